using AutoGrader.Numerics.Recurrent;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Numerics.Recurrent;

/// <summary>What holds for every layer over a batch, whatever the cell.</summary>
public sealed class RecurrentBatchTests
{
    [Fact]
    public void Rnn_Batch_IsEachSequenceAlone() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Next(1, 60), random.Size());
        return BatchIsEachAlone(random, new VanillaRnn(random.NextRnn(hidden, features), random.NextDirection()), hasCell: false);
    });

    [Fact]
    public void Lstm_Batch_IsEachSequenceAlone() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Next(1, 30), random.Size());
        return BatchIsEachAlone(random, new Lstm(random.NextLstm(hidden, features), random.NextDirection()), hasCell: true);
    });

    [Fact]
    public void Gru_Batch_IsEachSequenceAlone() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Next(1, 30), random.Size());
        return BatchIsEachAlone(random, new Gru(random.NextGru(hidden, features), random.NextDirection()), hasCell: false);
    });

    [Fact]
    public void Reverse_IsForwardOverTheReversedSequence() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Next(1, 30), random.Size());
        var inputs = random.NextMatrix(random.Size(), features);
        var (rnn, lstm, gru) = (random.NextRnn(hidden, features), random.NextLstm(hidden, features), random.NextGru(hidden, features));
        return ReverseIsForward(d => new VanillaRnn(rnn, d).Run(inputs), _ => new VanillaRnn(rnn).Run(inputs.Reversed()))
            && ReverseIsForward(d => new Lstm(lstm, d).Run(inputs), _ => new Lstm(lstm).Run(inputs.Reversed()))
            && ReverseIsForward(d => new Gru(gru, d).Run(inputs), _ => new Gru(gru).Run(inputs.Reversed()));
    });

    [Fact]
    public void Padding_IsNeitherReadNorWritten() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Size(), random.Size());
        var steps = Enumerable.Range(0, 5).Select(_ => random.NextMatrix(3, features)).ToList();
        int[] lengths = [2, 5, 0];
        var poisoned = steps.Select((x, t) => Matrix<double>.Build.Dense(
            3, features, (b, j) => t < lengths[b] ? x[b, j] : double.NaN)).ToList();
        var network = new VanillaRnn(random.NextRnn(hidden, features), random.NextDirection());

        var trace = network.Run(SequenceBatch.OfSteps(poisoned, lengths));

        return trace.States.Step(4).Row(0).Concat(trace.States.Step(2).Row(2)).All(h => h == 0)
            && trace.PreActivations.Step(3).Row(0).All(a => a == 0)
            && trace[1].States.Equals(network.Run(Matrix<double>.Build.DenseOfRowVectors(steps.Select(x => x.Row(1)))).States)
            && trace[0].States.RowCount == 2
            && trace[2].FinalState.All(h => h == 0);
    });

    [Fact]
    public void Initial_IsKeptAsItWas()
    {
        var initial = Matrix<double>.Build.Dense(1, 1, 0.5);
        var network = new VanillaRnn(new RnnParameters(Matrix<double>.Build.Dense(1, 1, 1), Matrix<double>.Build.Dense(1, 1, 1)));

        var trace = network.Run(SequenceBatch.OfSequences(Matrix<double>.Build.Dense(2, 1)), new RecurrentState(initial));
        initial[0, 0] = 9;

        Assert.Equal(0.5, trace.Initial.Hidden[0, 0]);
    }

    private static bool BatchIsEachAlone<TTrace>(Random random, RecurrentLayer<TTrace> layer, bool hasCell)
        where TTrace : RecurrentTrace
    {
        var inputs = random.NextBatch(layer.InputSize);
        var hidden = random.NextMatrix(inputs.SequenceCount, layer.HiddenSize, 1);
        var cells = hasCell ? random.NextMatrix(inputs.SequenceCount, layer.HiddenSize, 1) : null;
        var batch = layer.Run(inputs, new RecurrentState(hidden, cells));
        return Enumerable.Range(0, inputs.SequenceCount).All(b =>
        {
            var alone = layer.Run(inputs.Sequence(b), RecurrentState.Of(hidden.Row(b), cells?.Row(b)));
            return alone.States.Equals(batch[b].States)
                && alone.States.Equals(batch.States.Sequence(b))
                && alone.FinalState.Equals(batch.Final.Hidden.Row(b))
                && (!hasCell || alone.Final.Cell!.Row(0).Equals(batch.Final.Cell!.Row(b)));
        });
    }

    private static bool ReverseIsForward(Func<Direction, RecurrentTrace> run, Func<Direction, RecurrentTrace> runReversed)
    {
        var (reverse, forward) = (run(Direction.Reverse), runReversed(Direction.Forward));
        return reverse.States.Reversed().Equals(forward.States) && reverse.FinalState.Equals(forward.FinalState);
    }
}
