using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace AutoGrader.Benchmarks.Attention;

/// <summary>The same in libtorch, on the same cores.</summary>
public partial class AttentionBenchmarks
{
    private Tensor _torchQ = null!;
    private Tensor _torchK = null!;
    private Tensor _torchV = null!;

    [Benchmark]
    public void Torch() => nn.functional.scaled_dot_product_attention(_torchQ, _torchK, _torchV).Dispose();

    [Benchmark]
    public void TorchCausal() =>
        nn.functional.scaled_dot_product_attention(_torchQ, _torchK, _torchV, is_casual: true).Dispose();

    partial void PrepareBaselines()
    {
        set_num_threads(Environment.ProcessorCount);
        Tensor Copy(Matrix<double> matrix) =>
            tensor(matrix.ToRowMajorArray(), [1, 1, matrix.RowCount, matrix.ColumnCount], dtype: ScalarType.Float64);
        (_torchQ, _torchK, _torchV) = (Copy(_input.Q), Copy(_input.K), Copy(_input.V));
    }
}
