using AutoGrader.Numerics;
using AutoGrader.Numerics.Recurrent;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Numerics.Recurrent.RecurrentCases;

namespace AutoGrader.Tests.Numerics.Recurrent;

public sealed class BackpropagationThroughTimeTests
{
    [Fact] // One linear unit, W = w, R = r, h₀ = g: h₁ = wx₁ + rg + b, h₂ = wx₂ + rh₁ + b. L = h₂.
    public void LinearUnit_HasTheGradientsOfTheFormula()
    {
        const double W = 0.5, R = -2, X1 = 3, X2 = 7, H0 = 1.25, B = 0.25;
        var network = new VanillaRnn(new RnnParameters(Rows([W]), Rows([R]))
        {
            InputBias = Vector<double>.Build.Dense(1, B),
            Activation = Activation.Identity,
        });

        var gradients = BackpropagationThroughTime.Of(
            network, Rows([X1], [X2]), Rows([0], [1]), RecurrentState.Of(Vector<double>.Build.Dense(1, H0)));

        const double H1 = W * X1 + R * H0 + B;
        Assert.Equal(X2 + R * X1, gradients.InputWeights[0, 0]);
        Assert.Equal(H1 + R * H0, gradients.RecurrentWeights[0, 0]);
        Assert.Equal(1 + R, gradients.Bias[0]);
        Assert.Equal([R * W, W], gradients.Inputs.Sequence(0).Column(0).ToArray());
        Assert.Equal([R, 1], gradients.States.Sequence(0).Column(0).ToArray());
        Assert.Equal(R * R, gradients.InitialStates[0, 0]);
    }

    [Fact] // L = Σ cₜ·hₜ + ½·|hₜ|², over batches of uneven sequences, in both directions.
    public void Gradients_EqualCentralDifferences() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Size(), random.Size());
        var p = random.NextRnn(hidden, features) with
        {
            // Small enough that no sequence outgrows the others, whose differences would be lost in the sum.
            RecurrentWeights = random.NextMatrix(hidden, hidden, 1 / Math.Sqrt(hidden)),
            InputBias = random.NextVector(hidden),
            Activation = random.NextSmoothActivation(),
            Clip = null,
        };
        var direction = random.NextDirection();
        var inputs = random.NextBatch(features);
        var initial = random.NextMatrix(inputs.SequenceCount, hidden, 1);
        var weights = SequenceBatch.OfSequences([.. inputs.Lengths.Select(length => random.NextMatrix(length, hidden, 1))]);
        var trace = new VanillaRnn(p, direction).Run(inputs, new RecurrentState(initial));
        var direct = SequenceBatch.OfSequences(
            [.. Enumerable.Range(0, inputs.SequenceCount).Select(b => weights.Sequence(b) + trace[b].States)]);

        var gradients = BackpropagationThroughTime.Of(new VanillaRnn(p, direction), trace, direct);

        return IsGradient(gradients.InputWeights, p.InputWeights, w => Loss(p with { InputWeights = w }, inputs, initial))
            && IsGradient(gradients.RecurrentWeights, p.RecurrentWeights, r => Loss(p with { RecurrentWeights = r }, inputs, initial))
            && IsGradient(
                gradients.Bias.ToRowMatrix(), p.InputBias!.ToRowMatrix(), b => Loss(p with { InputBias = b.Row(0) }, inputs, initial))
            && IsGradient(gradients.InitialStates, initial, h => Loss(p, inputs, h))
            && Enumerable.Range(0, inputs.SequenceCount).All(b => IsGradient(
                gradients.Inputs.Sequence(b), inputs.Sequence(b), x => Loss(p, With(inputs, b, x), initial)));

        double Loss(RnnParameters parameters, SequenceBatch x, Matrix<double> h)
        {
            var run = new VanillaRnn(parameters, direction).Run(x, new RecurrentState(h));
            return Enumerable.Range(0, x.SequenceCount).Sum(b =>
                run[b].States.PointwiseMultiply(weights.Sequence(b) + run[b].States / 2).Enumerate().Sum());
        }
    });

    [Fact] // Beyond the plain sums: the gradients times a step in all parameters, inputs and states at once are the change of L.
    public void Gradients_OfAWideNetwork_EqualTheChangeAlongAStep()
    {
        const int Hidden = 70, Features = 40, Steps = 12, Sequences = 9;
        const double H = 1e-6;
        var random = new Random(11);
        var p = new RnnParameters(random.NextMatrix(Hidden, Features, 0.2), random.NextMatrix(Hidden, Hidden, 0.2));
        var (w, r, h0) = (
            random.NextMatrix(Hidden, Features, 1), random.NextMatrix(Hidden, Hidden, 1), random.NextMatrix(Sequences, Hidden, 1));
        var inputs = Enumerable.Range(0, Sequences).Select(b => random.NextMatrix(Steps - b, Features, 1)).ToList();
        var steps = inputs.Select(x => random.NextMatrix(x.RowCount, Features, 1)).ToList();
        var weights = inputs.Select(x => random.NextMatrix(x.RowCount, Hidden, 1)).ToList();

        var gradients = BackpropagationThroughTime.Of(
            new VanillaRnn(p), new VanillaRnn(p).Run(SequenceBatch.OfSequences(inputs)), SequenceBatch.OfSequences(weights));

        var expected = Inner(gradients.InputWeights, w) + Inner(gradients.RecurrentWeights, r) + Inner(gradients.InitialStates, h0)
            + steps.Select((x, b) => Inner(gradients.Inputs.Sequence(b), x)).Sum();
        Assert.Equal(expected, (Loss(H) - Loss(-H)) / (2 * H), Math.Abs(expected) * 1e-6);

        double Loss(double by)
        {
            var moved = new VanillaRnn(new RnnParameters(p.InputWeights + by * w, p.RecurrentWeights + by * r));
            var batch = SequenceBatch.OfSequences([.. inputs.Select((x, b) => x + by * steps[b])]);
            var trace = moved.Run(batch, new RecurrentState(by * h0));
            return weights.Select((g, b) => Inner(trace[b].States, g)).Sum();
        }

        static double Inner(Matrix<double> left, Matrix<double> right) => left.PointwiseMultiply(right).Enumerate().Sum();
    }

    [Fact]
    public void StateGradients_AreTheInitialGradientsOfTheRest() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features, steps) = (random.Size(), random.Size(), random.Next(2, 9));
        var network = new VanillaRnn(random.NextRnn(hidden, features) with { Clip = null });
        var (inputs, direct) = (random.NextMatrix(steps, features, 1), random.NextMatrix(steps, hidden, 1));
        var whole = BackpropagationThroughTime.Of(network, inputs, direct);

        var cut = random.Next(1, steps);
        var rest = BackpropagationThroughTime.Of(
            network,
            inputs.SubMatrix(cut, steps - cut, 0, features),
            direct.SubMatrix(cut, steps - cut, 0, hidden),
            network.Run(inputs.SubMatrix(0, cut, 0, features)).Final);
        return (rest.InitialStates + direct.SubMatrix(cut - 1, 1, 0, hidden))
            .IsNear(whole.States.Sequence(0).SubMatrix(cut - 1, 1, 0, hidden), 1e-10);
    });

    [Fact]
    public void Clip_StopsTheGradientOfWhatItHasBounded()
    {
        var network = new VanillaRnn(new RnnParameters(Rows([1.0]), Rows([0.5])) { Activation = Activation.Identity, Clip = 2 });

        var gradients = BackpropagationThroughTime.Of(network, Rows([5], [0.25], [0.5]), Rows([0], [0], [1]));

        Assert.Equal([0, 0.5, 1], gradients.Inputs.Sequence(0).Column(0).ToArray());
        Assert.Equal(0.25, gradients.States.Sequence(0)[0, 0]);
    }

    [Fact]
    public void Batch_IsTheSumOfEachAlone() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Next(1, 60), random.Size());
        var network = new VanillaRnn(random.NextRnn(hidden, features), random.NextDirection());
        var inputs = random.NextBatch(features);
        var initial = random.NextMatrix(inputs.SequenceCount, hidden, 1);
        var direct = SequenceBatch.OfSequences([.. inputs.Lengths.Select(length => random.NextMatrix(length, hidden, 1))]);

        var batch = BackpropagationThroughTime.Of(network, network.Run(inputs, new RecurrentState(initial)), direct);
        var alone = Enumerable.Range(0, inputs.SequenceCount).Select(b => BackpropagationThroughTime.Of(
            network, inputs.Sequence(b), direct.Sequence(b), RecurrentState.Of(initial.Row(b)))).ToList();

        return batch.InputWeights.IsNear(Sum(alone, g => g.InputWeights), 1e-9)
            && batch.RecurrentWeights.IsNear(Sum(alone, g => g.RecurrentWeights), 1e-9)
            && batch.Bias.ToRowMatrix().IsNear(Sum(alone, g => g.Bias.ToRowMatrix()), 1e-9)
            && Enumerable.Range(0, inputs.SequenceCount).All(b =>
                batch.Inputs.Sequence(b).IsNear(alone[b].Inputs.Sequence(0), 1e-9)
                && batch.States.Sequence(b).Equals(alone[b].States.Sequence(0))
                && batch.InitialStates.Row(b).Equals(alone[b].InitialStates.Row(0)));
    });

    [Fact]
    public void Truncated_IsTheSumOverPartsThatBeginWithAConstant() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features, steps, truncation) = (random.Size(), random.Size(), random.Next(1, 12), random.Next(1, 5));
        var network = new VanillaRnn(random.NextRnn(hidden, features));
        var (inputs, direct) = (random.NextMatrix(steps, features, 1), random.NextMatrix(steps, hidden, 1));
        var truncated = BackpropagationThroughTime.Of(network, inputs, direct, truncation: truncation);

        var parts = new List<RnnGradients>();
        var state = new RecurrentState(Matrix<double>.Build.Dense(1, hidden));
        for (var start = 0; start < steps; start += truncation)
        {
            var length = Math.Min(truncation, steps - start);
            var part = inputs.SubMatrix(start, length, 0, features);
            parts.Add(BackpropagationThroughTime.Of(network, part, direct.SubMatrix(start, length, 0, hidden), state));
            state = network.Run(part, state).Final;
        }

        return truncated.InputWeights.IsNear(Sum(parts, g => g.InputWeights), 1e-10)
            && truncated.RecurrentWeights.IsNear(Sum(parts, g => g.RecurrentWeights), 1e-10)
            && truncated.InitialStates.IsNear(parts[0].InitialStates, 1e-10)
            && truncated.Inputs.Sequence(0).IsNear(
                parts.Select(g => g.Inputs.Sequence(0)).Aggregate((above, below) => above.Stack(below)), 1e-10);
    });

    [Fact]
    public void Truncated_BeyondTheSequence_IsNotTruncated() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Size(), random.Size());
        var network = new VanillaRnn(random.NextRnn(hidden, features), random.NextDirection());
        var (inputs, direct) = (random.NextMatrix(5, features, 1), random.NextMatrix(5, hidden, 1));
        var (whole, truncated) = (
            BackpropagationThroughTime.Of(network, inputs, direct), BackpropagationThroughTime.Of(network, inputs, direct, null, 5));
        return whole.RecurrentWeights.Equals(truncated.RecurrentWeights) && whole.InitialStates.Equals(truncated.InitialStates);
    });

    [Fact]
    public void NaN_ReachesAllThatDependsOnIt()
    {
        var network = new VanillaRnn(new RnnParameters(Rows([1.0]), Rows([0.5])) { Activation = Activation.Relu });

        var gradients = BackpropagationThroughTime.Of(network, Rows([1], [double.NaN], [1]), Rows([0], [0], [1]));

        Assert.Equal(double.NaN, gradients.InputWeights[0, 0]);
        Assert.Equal(double.NaN, gradients.RecurrentWeights[0, 0]);
        Assert.Equal(double.NaN, gradients.Inputs.Sequence(0)[0, 0]);
    }

    [Fact]
    public void WrongShapes_AreNamedBoth()
    {
        var network = new VanillaRnn(new RnnParameters(Matrix<double>.Build.Dense(3, 2), Matrix<double>.Build.Dense(3, 3)));
        var other = new VanillaRnn(new RnnParameters(Matrix<double>.Build.Dense(2, 2), Matrix<double>.Build.Dense(2, 2)));
        var inputs = Matrix<double>.Build.Dense(4, 2);
        var trace = network.Run(SequenceBatch.OfSequences(inputs));

        AssertMismatch("(4×3) and their gradients (4×2)", () => BackpropagationThroughTime.Of(network, inputs, inputs));
        AssertMismatch(
            "(4×3) and their gradients (3×3)", () => BackpropagationThroughTime.Of(network, inputs, Matrix<double>.Build.Dense(3, 3)));
        AssertMismatch("(3×2) and W (2×2)", () => BackpropagationThroughTime.Of(other, trace, trace.States));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => BackpropagationThroughTime.Of(network, trace, trace.States, truncation: 0));
    }

    [Fact]
    public void NothingToRead_HasZeroGradients()
    {
        var network = new VanillaRnn(new RnnParameters(Matrix<double>.Build.Dense(3, 2, 1), Matrix<double>.Build.Dense(3, 3, 1)));

        var gradients = BackpropagationThroughTime.Of(network, Matrix<double>.Build.Dense(0, 2), Matrix<double>.Build.Dense(0, 3));

        Assert.All(gradients.RecurrentWeights.Enumerate().Concat(gradients.InitialStates.Enumerate()), g => Assert.Equal(0, g));
    }

    private static Matrix<double> Sum(IEnumerable<RnnGradients> gradients, Func<RnnGradients, Matrix<double>> of) =>
        gradients.Select(of).Aggregate((left, right) => left + right);

    private static SequenceBatch With(SequenceBatch batch, int sequence, Matrix<double> changed) => SequenceBatch.OfSequences(
        [.. Enumerable.Range(0, batch.SequenceCount).Select(b => b == sequence ? changed : batch.Sequence(b))]);

    /// <summary>Whether a gradient differs by at most 1E−6 of its length from the central differences of a loss.</summary>
    private static bool IsGradient(Matrix<double> gradient, Matrix<double> at, Func<Matrix<double>, double> loss)
    {
        const double H = 1e-5;
        var difference = Matrix<double>.Build.Dense(
            at.RowCount, at.ColumnCount, (i, j) => (loss(Moved(i, j, H)) - loss(Moved(i, j, -H))) / (2 * H));
        return (difference - gradient).FrobeniusNorm() <= 1e-6 * Math.Max(gradient.FrobeniusNorm(), 1e-3);

        Matrix<double> Moved(int i, int j, double by)
        {
            var moved = at.Clone();
            moved[i, j] += by;
            return moved;
        }
    }

    private static void AssertMismatch(string shapes, Func<object> act) =>
        Assert.Contains(shapes, Assert.Throws<ShapeMismatchException>(act).Message, StringComparison.Ordinal);
}
