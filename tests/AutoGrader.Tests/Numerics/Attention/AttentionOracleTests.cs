using System.Text.Json;
using System.Text.Json.Serialization;
using AutoGrader.Numerics;
using AutoGrader.Numerics.Attention;
using AutoGrader.Testing;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Numerics.Attention;

/// <summary>Against the operator <c>Attention</c> as ONNX Runtime computes it in float; the file names its origin.</summary>
public sealed class AttentionOracleTests
{
    // ONNX Runtime excludes by the lowest number of float instead of −∞.
    private const double Excluded = -1e38;

    private static readonly Tolerance Float = new(4e-6, 4e-6);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private static readonly Dictionary<string, Case> Cases = Read();

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Scores_EqualOnnxRuntimes(string name)
    {
        var test = Cases[name];

        var scores = test.Attention.Scores(test.Q, test.K, test.Options);

        foreach (var (expected, actual) in test.HeadMatrices(test.Scores).Zip(scores))
        {
            var exact = expected.Map(s => s < Excluded ? double.NegativeInfinity : s, Zeros.Include);
            Assert.Empty(MatrixComparison.Differences(exact, actual, Float));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_EqualOnnxRuntimes(string name)
    {
        var test = Cases[name];

        var weights = test.Attention.Weights(test.Q, test.K, test.Options);

        foreach (var (expected, actual) in test.HeadMatrices(test.Weights).Zip(weights))
            Assert.Empty(MatrixComparison.Differences(expected, actual, Float));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_EqualsOnnxRuntimes(string name)
    {
        var test = Cases[name];

        var output = test.Attention.Output(test.Q, test.K, test.V, test.Options);

        var expected = Matrix<double>.Build.DenseOfRowMajor(test.Queries, test.QueryHeads * test.ValueDimension, test.Output);
        Assert.Empty(MatrixComparison.Differences(expected, output, Float));
    }

    [Fact]
    public void Cases_CoverWhatTheOperatorKnows()
    {
        Assert.Contains(Cases.Values, c => c.BooleanMask && c.Causal);
        Assert.Contains(Cases.Values, c => c.AdditiveMask && c.SoftCap is not null);
        Assert.Contains(Cases.Values, c => c.PastKeys > 0 && c.Causal);
        Assert.Contains(Cases.Values, c => c.QueryHeads > c.KeyValueHeads && c.KeyValueHeads > 1);
        Assert.Contains(Cases.Values, c => c.SeenKeys is not null);
    }

    private static Dictionary<string, Case> Read()
    {
        var file = JsonSerializer.Deserialize<OracleFile>(
            File.ReadAllText(TestData.Path("oracles", "attention-onnxruntime.json")), Json)!;
        return file.Cases.ToDictionary(c => c.Name);
    }

    private sealed record OracleFile(string Origin, IReadOnlyList<Case> Cases);

    private sealed record Case(string Name, int Queries, int Keys, int KeyDimension, int ValueDimension, int QueryHeads, int KeyValueHeads)
    {
        public double? Scale { get; init; }

        public double? SoftCap { get; init; }

        public bool Causal { get; init; }

        public int PastKeys { get; init; }

        public int? SeenKeys { get; init; }

        public bool BooleanMask { get; init; }

        public bool AdditiveMask { get; init; }

        [JsonPropertyName("q")]
        public double[] QueryRows { get; init; } = [];

        [JsonPropertyName("k")]
        public double[] KeyRows { get; init; } = [];

        [JsonPropertyName("v")]
        public double[] ValueRows { get; init; } = [];

        public double[]? Mask { get; init; }

        public double[] Scores { get; init; } = [];

        public double[] Weights { get; init; } = [];

        public double[] Output { get; init; } = [];

        public MultiHeadAttention Attention => new(QueryHeads, KeyValueHeads);

        [JsonIgnore]
        public Matrix<double> Q => Matrix<double>.Build.DenseOfRowMajor(Queries, QueryHeads * KeyDimension, QueryRows);

        [JsonIgnore]
        public Matrix<double> K => Matrix<double>.Build.DenseOfRowMajor(Keys, KeyValueHeads * KeyDimension, KeyRows);

        [JsonIgnore]
        public Matrix<double> V => Matrix<double>.Build.DenseOfRowMajor(Keys, KeyValueHeads * ValueDimension, ValueRows);

        public AttentionOptions Options => new()
        {
            Scale = Scale,
            SoftCap = SoftCap,
            Causal = Causal,
            CausalOffset = PastKeys,
            Mask = SeenKeys is { } seen ? AttentionMask.FirstKeys(seen)
                : Mask is null ? null
                : BooleanMask ? AttentionMask.Boolean(Attend())
                : AttentionMask.Additive(Matrix<double>.Build.DenseOfRowMajor(Queries, Keys, Mask)),
        };

        public IEnumerable<Matrix<double>> HeadMatrices(double[] numbers) =>
            numbers.Chunk(Queries * Keys).Select(head => (Matrix<double>)Matrix<double>.Build.DenseOfRowMajor(Queries, Keys, head));

        private bool[,] Attend()
        {
            var attend = new bool[Queries, Keys];
            for (var i = 0; i < Mask!.Length; i++)
                attend[i / Keys, i % Keys] = Mask[i] == 0;
            return attend;
        }
    }
}
