using System.Text.Json;
using AutoGrader.Numerics.Recurrent;
using AutoGrader.Testing;
using MathNet.Numerics.LinearAlgebra;
using F = AutoGrader.Numerics.Recurrent.Activation;
using Order = AutoGrader.Numerics.Recurrent.Direction;

namespace AutoGrader.Tests.Numerics.Recurrent;

/// <summary>A case of <c>oracles/recurrent-onnxruntime.json</c>: tensors as the ONNX operators take them.</summary>
internal sealed record OnnxOracle(string Name, string Operator, int Steps, int Sequences, int Features, int Hidden, string Direction)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyDictionary<string, OnnxOracle> All { get; } = JsonSerializer
        .Deserialize<OracleFile>(File.ReadAllText(TestData.Path("oracles", "recurrent-onnxruntime.json")), Json)!
        .Cases.ToDictionary(c => $"{c.Operator}: {c.Name}");

    public int[]? Lengths { get; init; }

    public string[]? Activations { get; init; }

    public double[]? Alpha { get; init; }

    public double[]? Beta { get; init; }

    public double? Clip { get; init; }

    public bool InputForget { get; init; }

    public bool LinearBeforeReset { get; init; }

    public double[] X { get; init; } = [];

    public double[] W { get; init; } = [];

    public double[] R { get; init; } = [];

    public double[]? B { get; init; }

    public double[]? H0 { get; init; }

    public double[]? C0 { get; init; }

    public double[]? P { get; init; }

    public double[] Y { get; init; } = [];

    public double[] YH { get; init; } = [];

    public double[]? YC { get; init; }

    public int DirectionCount => Direction == "bidirectional" ? 2 : 1;

    public SequenceBatch Inputs => SequenceBatch.OfSteps(
        [.. Enumerable.Range(0, Steps).Select(t => Matrix(X, t, Sequences, Features))], Lengths);

    public Order DirectionAt(int index) =>
        Direction == "reverse" || index == 1 ? Order.Reverse : default;

    public RecurrentState? InitialAt(int index) => H0 is null
        ? null
        : new RecurrentState(Matrix(H0, index, Sequences, Hidden), C0 is null ? null : Matrix(C0, index, Sequences, Hidden));

    /// <summary>The states of a direction at a step, B×h.</summary>
    public Matrix<double> ExpectedStates(int step, int index) => Matrix(Y, step * DirectionCount + index, Sequences, Hidden);

    public Matrix<double> ExpectedFinal(double[] states, int index) => Matrix(states, index, Sequences, Hidden);

    public RnnParameters Rnn(int index) => new(Weights(index, 1, W), Weights(index, 1, R))
    {
        InputBias = Bias(index, 1, 0),
        RecurrentBias = Bias(index, 1, 1),
        Activation = Activation(DirectionCount == 1 ? 0 : Math.Min(index, (Activations?.Length ?? 1) - 1), "Tanh"),
        Clip = Clip,
    };

    public LstmParameters Lstm(int index) => new(Weights(index, 4, W), Weights(index, 4, R))
    {
        InputBias = Bias(index, 4, 0),
        RecurrentBias = Bias(index, 4, 1),
        Peepholes = P is null ? null : Matrix(P, index, 1, 3 * Hidden).Row(0),
        GateActivation = Activation(0, "Sigmoid"),
        CandidateActivation = Activation(1, "Tanh"),
        OutputActivation = Activation(2, "Tanh"),
        Clip = Clip,
        InputForget = InputForget,
    };

    public GruParameters Gru(int index) => new(Weights(index, 3, W), Weights(index, 3, R))
    {
        InputBias = Bias(index, 3, 0),
        RecurrentBias = Bias(index, 3, 1),
        GateActivation = Activation(0, "Sigmoid"),
        CandidateActivation = Activation(1, "Tanh"),
        Clip = Clip,
        LinearBeforeReset = LinearBeforeReset,
    };

    /// <summary>Matrix number <paramref name="index"/> of a tensor whose last two dimensions are given.</summary>
    private static Matrix<double> Matrix(double[] tensor, int index, int rows, int columns) =>
        Matrix<double>.Build.DenseOfRowMajor(rows, columns, tensor.Skip(index * rows * columns).Take(rows * columns));

    private Matrix<double> Weights(int index, int gates, double[] tensor) =>
        Matrix(tensor, index, gates * Hidden, tensor.Length / (DirectionCount * gates * Hidden));

    private Vector<double>? Bias(int index, int gates, int part) =>
        B is null ? null : Matrix(B, 2 * index + part, 1, gates * Hidden).Row(0);

    /// <summary>A function by its place; α and β are listed for those functions alone that have them.</summary>
    private F Activation(int index, string standard)
    {
        var name = Activations?[index] ?? standard;
        var earlier = Activations?.Take(index).ToList() ?? [];
        var alpha = Alpha?.ElementAtOrDefault(earlier.Count(HasAlpha)) ?? 0;
        var beta = Beta?.ElementAtOrDefault(earlier.Count(HasBeta)) ?? 0;
        return name switch
        {
            "Tanh" => F.Tanh,
            "Sigmoid" => F.Sigmoid,
            "Relu" => F.Relu,
            "Softsign" => F.Softsign,
            "Softplus" => F.Softplus,
            "Affine" => F.Affine(alpha, beta),
            "LeakyRelu" => F.LeakyRelu(alpha),
            "ThresholdedRelu" => F.ThresholdedRelu(alpha),
            "ScaledTanh" => F.ScaledTanh(alpha, beta),
            "HardSigmoid" => F.HardSigmoid(alpha, beta),
            "Elu" => F.Elu(alpha),
            _ => throw new InvalidOperationException($"Unknown function {name}."),
        };
    }

    private static bool HasAlpha(string name) => HasBeta(name) || name is "LeakyRelu" or "ThresholdedRelu" or "Elu";

    private static bool HasBeta(string name) => name is "Affine" or "ScaledTanh" or "HardSigmoid";

    private sealed record OracleFile(string Origin, IReadOnlyList<OnnxOracle> Cases);
}
