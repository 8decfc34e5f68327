using System.Text.Json;
using AutoGrader.Numerics;
using AutoGrader.Numerics.Recurrent;
using AutoGrader.Testing;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Numerics.Recurrent;

/// <summary>Against libtorch's layers in double, forward and back; the file names its origin.</summary>
public sealed class TorchOracleTests
{
    private static readonly Tolerance Double = new(1e-13, 1e-12);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, Case> Cases = JsonSerializer
        .Deserialize<OracleFile>(File.ReadAllText(TestData.Path("oracles", "recurrent-torch.json")), Json)!
        .Cases.ToDictionary(c => c.Directions == 1 ? c.Layer : $"{c.Layer}, bidirectional");

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static TheoryData<string> VanillaNames => [.. Cases.Where(c => c.Value.Layer is "tanh" or "relu").Select(c => c.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_EqualsTorchs(string name)
    {
        var test = Cases[name];
        for (var index = 0; index < test.Directions; index++)
        {
            var (states, final) = Run(test, index);
            for (var step = 0; step < test.Steps; step++)
                AssertEqual(test.Half(test.Y, step, index), states.Step(step));
            AssertEqual(Case.Matrix(test.HN, index, test.Sequences, test.Hidden), final.Hidden);
            if (test.CN is not null)
                AssertEqual(Case.Matrix(test.CN, index, test.Sequences, test.Hidden), final.Cell!);
        }
    }

    [Theory]
    [MemberData(nameof(VanillaNames))]
    public void Gradients_EqualTorchs(string name)
    {
        var test = Cases[name];
        var byInputs = Enumerable.Repeat(Matrix<double>.Build.Dense(test.Sequences, test.Features), test.Steps).ToList();
        for (var index = 0; index < test.Directions; index++)
        {
            var network = test.Rnn(index);
            var direct = SequenceBatch.OfSteps([.. Enumerable.Range(0, test.Steps).Select(t => test.Half(test.G, t, index))]);

            var gradients = BackpropagationThroughTime.Of(network, network.Run(test.Inputs, test.Initial(index)), direct);

            AssertEqual(Case.Parameter(test.Gradients, "weight_ih", index, test.Features), gradients.InputWeights);
            AssertEqual(Case.Parameter(test.Gradients, "weight_hh", index, test.Hidden), gradients.RecurrentWeights);
            AssertEqual(Case.Parameter(test.Gradients, "bias_ih", index, 1), gradients.Bias.ToColumnMatrix());
            AssertEqual(Case.Parameter(test.Gradients, "bias_hh", index, 1), gradients.Bias.ToColumnMatrix());
            AssertEqual(Case.Matrix(test.Gradients["h0"], index, test.Sequences, test.Hidden), gradients.InitialStates);
            byInputs = [.. byInputs.Select((sum, t) => sum + gradients.Inputs.Step(t))];
        }

        for (var t = 0; t < test.Steps; t++)
            AssertEqual(Case.Matrix(test.Gradients["x"], t, test.Sequences, test.Features), byInputs[t]);
    }

    private static (SequenceBatch States, RecurrentState Final) Run(Case test, int index)
    {
        if (test.Layer == "lstm")
        {
            var trace = test.Lstm(index).Run(test.Inputs, test.Initial(index));
            return (trace.States, trace.Final);
        }

        if (test.Layer == "gru")
        {
            var trace = test.Gru(index).Run(test.Inputs, test.Initial(index));
            return (trace.States, trace.Final);
        }

        var vanilla = test.Rnn(index).Run(test.Inputs, test.Initial(index));
        return (vanilla.States, vanilla.Final);
    }

    private static void AssertEqual(Matrix<double> expected, Matrix<double> actual) =>
        Assert.Empty(MatrixComparison.Differences(expected, actual, Double));

    private sealed record OracleFile(string Origin, IReadOnlyList<Case> Cases);

    private sealed record Case(string Layer, int Directions, int Steps, int Sequences, int Features, int Hidden)
    {
        public required Dictionary<string, double[]> Parameters { get; init; }

        public required Dictionary<string, double[]> Gradients { get; init; }

        public required double[] X { get; init; }

        public required double[] H0 { get; init; }

        public double[]? C0 { get; init; }

        public required double[] Y { get; init; }

        public required double[] HN { get; init; }

        public double[]? CN { get; init; }

        public required double[] G { get; init; }

        public SequenceBatch Inputs =>
            SequenceBatch.OfSteps([.. Enumerable.Range(0, Steps).Select(t => Matrix(X, t, Sequences, Features))]);

        public RecurrentState Initial(int index) => new(
            Matrix(H0, index, Sequences, Hidden), C0 is null ? null : Matrix(C0, index, Sequences, Hidden));

        public VanillaRnn Rnn(int index) => new(
            new RnnParameters(Parameter(Parameters, "weight_ih", index, Features), Parameter(Parameters, "weight_hh", index, Hidden))
            {
                InputBias = Parameter(Parameters, "bias_ih", index, 1).Column(0),
                RecurrentBias = Parameter(Parameters, "bias_hh", index, 1).Column(0),
                Activation = Layer == "relu" ? Activation.Relu : Activation.Tanh,
            },
            (Direction)index);

        // libtorch: i f c o. ONNX: i o f c.
        public Lstm Lstm(int index) => new(
            new LstmParameters(Gates("weight_ih", index, Features, [0, 3, 1, 2]), Gates("weight_hh", index, Hidden, [0, 3, 1, 2]))
            {
                InputBias = Gates("bias_ih", index, 1, [0, 3, 1, 2]).Column(0),
                RecurrentBias = Gates("bias_hh", index, 1, [0, 3, 1, 2]).Column(0),
            },
            (Direction)index);

        // libtorch: r z n. ONNX: z r h.
        public Gru Gru(int index) => new(
            new GruParameters(Gates("weight_ih", index, Features, [1, 0, 2]), Gates("weight_hh", index, Hidden, [1, 0, 2]))
            {
                InputBias = Gates("bias_ih", index, 1, [1, 0, 2]).Column(0),
                RecurrentBias = Gates("bias_hh", index, 1, [1, 0, 2]).Column(0),
                LinearBeforeReset = true,
            },
            (Direction)index);

        public static Matrix<double> Parameter(Dictionary<string, double[]> of, string name, int index, int columns)
        {
            var numbers = of[$"{name}_l0{(index == 1 ? "_reverse" : "")}"];
            return Matrix<double>.Build.DenseOfRowMajor(numbers.Length / columns, columns, numbers);
        }

        public static Matrix<double> Matrix(double[] tensor, int index, int rows, int columns) =>
            Matrix<double>.Build.DenseOfRowMajor(rows, columns, tensor.Skip(index * rows * columns).Take(rows * columns));

        /// <summary>A direction's columns of a step of a tensor T×B×(directions·h).</summary>
        public Matrix<double> Half(double[] tensor, int step, int index) =>
            Matrix(tensor, step, Sequences, Directions * Hidden).SubMatrix(0, Sequences, index * Hidden, Hidden);

        private Matrix<double> Gates(string name, int index, int columns, int[] order)
        {
            var all = Parameter(Parameters, name, index, columns);
            return order.Select(gate => all.SubMatrix(gate * Hidden, Hidden, 0, columns)).Aggregate((above, below) => above.Stack(below));
        }
    }
}
