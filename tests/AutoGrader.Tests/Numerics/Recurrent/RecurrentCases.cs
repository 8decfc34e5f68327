using AutoGrader.Numerics.Recurrent;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Numerics.Recurrent;

/// <summary>Random layers and batches for property tests.</summary>
internal static class RecurrentCases
{
    private static readonly Activation[] Activations =
    [
        Activation.Tanh, Activation.Sigmoid, Activation.Relu, Activation.Affine(0.7, -0.2), Activation.LeakyRelu(0.1),
        Activation.ThresholdedRelu(0.3), Activation.ScaledTanh(1.2, 0.8), Activation.HardSigmoid(), Activation.Elu(0.9),
        Activation.Softsign, Activation.Softplus,
    ];

    /// <summary>Those that cannot let a state grow beyond all bounds when it multiplies itself.</summary>
    private static readonly Activation[] GateActivations =
    [
        Activation.Sigmoid, Activation.Tanh, Activation.HardSigmoid(0.3, 0.4), Activation.ScaledTanh(0.9, 1.1), Activation.Softsign,
    ];

    /// <summary>Those without a kink in function or derivative, which finite differences can follow.</summary>
    private static readonly Activation[] SmoothActivations =
    [
        Activation.Tanh, Activation.Sigmoid, Activation.Affine(0.7, -0.2), Activation.ScaledTanh(1.2, 0.8), Activation.Softplus,
    ];

    public static Matrix<double> Rows(params double[][] rows) => Matrix<double>.Build.DenseOfRowArrays(rows);

    public static Vector<double> NextVector(this Random random, int length, double magnitude = 1) =>
        random.NextMatrix(1, length, magnitude).Row(0);

    public static Activation NextActivation(this Random random) => Activations[random.Next(Activations.Length)];

    public static Activation NextSmoothActivation(this Random random) => SmoothActivations[random.Next(SmoothActivations.Length)];

    public static Direction NextDirection(this Random random) => random.Next(2) == 0 ? Direction.Forward : Direction.Reverse;

    public static bool NextBool(this Random random) => random.Next(2) == 0;

    /// <summary>Up to 20 sequences of up to 9 steps; now and then one has none.</summary>
    public static SequenceBatch NextBatch(this Random random, int features) => SequenceBatch.OfSequences(
        [.. Enumerable.Range(0, random.Next(1, 21)).Select(_ => random.NextMatrix(random.Next(0, 10), features, 1))]);

    public static RnnParameters NextRnn(this Random random, int hidden, int features) =>
        new(random.NextMatrix(hidden, features, 1), random.NextMatrix(hidden, hidden, 1))
        {
            InputBias = random.NextBool() ? random.NextVector(hidden) : null,
            RecurrentBias = random.NextBool() ? random.NextVector(hidden) : null,
            Activation = random.NextActivation(),
            Clip = random.NextBool() ? 0.6 : null,
        };

    public static LstmParameters NextLstm(this Random random, int hidden, int features) =>
        new(random.NextMatrix(4 * hidden, features, 1), random.NextMatrix(4 * hidden, hidden, 1))
        {
            InputBias = random.NextBool() ? random.NextVector(4 * hidden) : null,
            RecurrentBias = random.NextBool() ? random.NextVector(4 * hidden) : null,
            Peepholes = random.NextBool() ? random.NextVector(3 * hidden) : null,
            GateActivation = GateActivations[random.Next(GateActivations.Length)],
            CandidateActivation = random.NextActivation(),
            OutputActivation = random.NextActivation(),
            Clip = random.NextBool() ? 0.6 : null,
            InputForget = random.NextBool(),
        };

    public static GruParameters NextGru(this Random random, int hidden, int features) =>
        new(random.NextMatrix(3 * hidden, features, 1), random.NextMatrix(3 * hidden, hidden, 1))
        {
            InputBias = random.NextBool() ? random.NextVector(3 * hidden) : null,
            RecurrentBias = random.NextBool() ? random.NextVector(3 * hidden) : null,
            GateActivation = GateActivations[random.Next(GateActivations.Length)],
            CandidateActivation = random.NextActivation(),
            Clip = random.NextBool() ? 0.6 : null,
            LinearBeforeReset = random.NextBool(),
        };

    /// <summary>The rows in the opposite order.</summary>
    public static Matrix<double> Reversed(this Matrix<double> matrix) =>
        Matrix<double>.Build.Dense(matrix.RowCount, matrix.ColumnCount, (t, j) => matrix[matrix.RowCount - 1 - t, j]);

    /// <summary>Whether no entry differs by more than a share of the largest: where large terms cancel, less cannot be asked for.</summary>
    public static bool IsNear(this Matrix<double> actual, Matrix<double> expected, double tolerance = 1e-12)
    {
        if (actual.RowCount != expected.RowCount || actual.ColumnCount != expected.ColumnCount)
            return false;
        var largest = expected.Enumerate().Select(Math.Abs).Append(1).Max();
        return (actual - expected).Enumerate().All(difference => Math.Abs(difference) <= tolerance * largest);
    }
}
