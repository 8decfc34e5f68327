using AutoGrader.Numerics.Recurrent;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Benchmarks.Recurrent;

/// <summary>
/// A vanilla RNN in double precision, forward alone and with backpropagation through time, T = 1,000, B = 16, d = h = 256; with
/// <c>-p:Baselines=on</c> beside that of libtorch.
/// </summary>
[Config(typeof(NumericsConfig))]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public partial class RecurrentBenchmarks
{
    private const int Steps = 1_000, Sequences = 16, Features = 256, Hidden = 256;

    private readonly Random _random = new(1);
    private RnnParameters _parameters = null!;
    private VanillaRnn _network = null!;
    private SequenceBatch _inputs = null!;
    private SequenceBatch _stateGradients = null!;

    [GlobalSetup]
    public void Prepare()
    {
        // The scale of libtorch's own initialisation, 1/√h: the states neither die nor saturate.
        _parameters = new RnnParameters(Next(Hidden, Features, 0.0625), Next(Hidden, Hidden, 0.0625))
        {
            InputBias = Next(1, Hidden, 0.0625).Row(0),
            RecurrentBias = Next(1, Hidden, 0.0625).Row(0),
        };
        _network = new VanillaRnn(_parameters);
        _inputs = SequenceBatch.OfSequences([.. Enumerable.Range(0, Sequences).Select(_ => Next(Steps, Features, 1))]);
        _stateGradients = SequenceBatch.OfSequences([.. Enumerable.Range(0, Sequences).Select(_ => Next(Steps, Hidden, 1))]);
        PrepareBaselines();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Forward")]
    public RnnBatchTrace Forward() => _network.Run(_inputs);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("ForwardAndBack")]
    public RnnGradients ForwardAndBack() => BackpropagationThroughTime.Of(_network, _network.Run(_inputs), _stateGradients);

    partial void PrepareBaselines();

    private Matrix<double> Next(int rows, int columns, double magnitude) =>
        Matrix<double>.Build.Dense(rows, columns, (_, _) => (_random.NextDouble() * 2 - 1) * magnitude);
}
