using AutoGrader.Core.Rubrics;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Core.Computations.SheetFive;

namespace AutoGrader.Tests.Core.Computations.Mutations;

/// <summary>Computations of several kinds with random small whole numbers: attention with and without softmax, an RNN step, sums.</summary>
internal static class CatalogueSamples
{
    /// <summary>One step each of every kind of formula; between them every slip of the catalogue that changes a formula applies.</summary>
    public static IReadOnlyList<Computation> All(Random random)
    {
        var n = random.Next(2, 4);
        var (queries, keys, features, values) = random.Next(3) == 0
            ? (n, n, n, n)
            : (random.Next(2, 6), random.Next(2, 5), random.Next(2, 6), random.Next(2, 5));
        var attention = new Dictionary<string, Matrix<double>>
        {
            ["Q"] = Integers(random, queries, features),
            ["K"] = Integers(random, keys, features),
            ["V"] = Integers(random, keys, values),
        };
        var hidden = random.Next(2, 4);
        var recurrent = new Dictionary<string, Matrix<double>>
        {
            ["X"] = Integers(random, 3, hidden),
            ["W"] = Integers(random, hidden, hidden) / 4,
            ["U"] = Integers(random, hidden, hidden) / 4,
            ["b"] = Integers(random, 3, hidden) / 4,
        };
        return
        [
            Of(attention, ("scores", "Q * transpose(K)"), ("scaled", "scores / sqrt(columns(K))"), ("output", "scaled * V")),
            Of(attention, ("scores", "Q * transpose(K)"), ("weights", "softmax(scores / sqrt(columns(K)))"), ("output", "weights * V")),
            Of(attention, ("output", "attention(Q, K, V)")),
            Of(recurrent, ("drive", "X * transpose(W) + b"), ("state", "tanh(drive)"), ("next", "state * transpose(U) - drive")),
            Of(recurrent, ("gate", "X .* b"), ("error", "-gate + 2 * X"), ("states", "rnn(X, W, U, activation: relu)")),
        ];
    }

    public static Computation Of(Dictionary<string, Matrix<double>> given, params (string Name, string Formula)[] steps) => new()
    {
        Given = given,
        Steps = [.. steps.Select(step => new ComputationStep(step.Name, step.Formula, Same(step.Name), []))],
        Tolerance = new NumberTolerance(1e-4, 1e-4),
    };

    /// <summary>A question about a computation, a criterion for every step.</summary>
    public static Question Ask(Computation computation) => SheetFive.Question with
    {
        Computation = computation,
        Criteria = [.. computation.Steps.Select(step => Criterion(step.Name))],
    };

    private static MatrixCriterion Criterion(string step) => new()
    {
        Id = step,
        Maximum = AutoGrader.Core.Points.FromHalfPoints(2),
        Text = Same(step),
        Step = step,
        PointsByWrongEntries = [AutoGrader.Core.Points.FromHalfPoints(2), AutoGrader.Core.Points.FromHalfPoints(1)],
    };

    private static Matrix<double> Integers(Random random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, (_, _) => random.Next(-3, 5));
}
