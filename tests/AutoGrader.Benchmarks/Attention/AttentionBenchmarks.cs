using AutoGrader.Numerics.Attention;
using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Benchmarks.Attention;

/// <summary>Attention of one head with d = 64 in double precision, with <c>-p:Baselines=on</c> beside that of libtorch.</summary>
[Config(typeof(NumericsConfig))]
public partial class AttentionBenchmarks
{
    private static readonly AttentionOptions Masked = new() { Causal = true };

    private AttentionInput _input = null!;

    /// <summary>N_Q and N_KV.</summary>
    [Params(256, 512, 1024, 2048, 4096, 8192)]
    public int N { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _input = AttentionInput.Random(N);
        PrepareBaselines();
    }

    [Benchmark(Baseline = true)]
    public Matrix<double> Attention() => ScaledDotProductAttention.Output(_input.Q, _input.K, _input.V);

    [Benchmark]
    public Matrix<double> Causal() => ScaledDotProductAttention.Output(_input.Q, _input.K, _input.V, Masked);

    partial void PrepareBaselines();
}
