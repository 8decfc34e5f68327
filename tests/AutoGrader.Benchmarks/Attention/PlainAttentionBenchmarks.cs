using AutoGrader.Numerics.Attention;
using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Benchmarks.Attention;

/// <summary>What the blockwise way gains over the equation as one writes it with Math.NET.</summary>
[Config(typeof(NumericsConfig))]
public class PlainAttentionBenchmarks
{
    private AttentionInput _input = null!;

    /// <summary>N_Q and N_KV.</summary>
    [Params(256, 2048)]
    public int N { get; set; }

    [GlobalSetup]
    public void Prepare() => _input = AttentionInput.Random(N);

    [Benchmark(Baseline = true)]
    public Matrix<double> Attention() => ScaledDotProductAttention.Output(_input.Q, _input.K, _input.V);

    [Benchmark]
    public Matrix<double> MathNet() =>
        (_input.Q.TransposeAndMultiply(_input.K) / Math.Sqrt(AttentionInput.Dimension)).PointwiseExp().NormalizeRows(1) * _input.V;
}
