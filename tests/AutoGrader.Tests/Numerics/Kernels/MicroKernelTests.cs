using AutoGrader.Numerics.Kernels;

namespace AutoGrader.Tests.Numerics.Kernels;

/// <summary>Both kernels run on every machine, in software where the registers are missing.</summary>
public sealed class MicroKernelTests
{
    private delegate void Kernel(
        int depth, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> product, int stride, bool accumulate);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Multiply_WideRegisters_IsTheProduct(bool accumulate) =>
        ShouldMultiply(MicroKernel512.Multiply, MicroKernel512.Rows, MicroKernel512.Columns, accumulate);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Multiply_NarrowRegisters_IsTheProduct(bool accumulate) =>
        ShouldMultiply(MicroKernel256.Multiply, MicroKernel256.Rows, MicroKernel256.Columns, accumulate);

    [Fact]
    public void Multiply_PanelsTooShort_Throws()
    {
        var enough = new double[1000];

        Assert.Throws<ArgumentOutOfRangeException>(() => MicroKernel.Multiply(2, new double[2], enough, enough, MicroKernel.Rows, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => MicroKernel.Multiply(2, enough, new double[2], enough, MicroKernel.Rows, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => MicroKernel.Multiply(2, enough, enough, new double[2], MicroKernel.Rows, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => MicroKernel.Multiply(2, enough, enough, enough, MicroKernel.Rows - 1, true));
    }

    private static void ShouldMultiply(Kernel kernel, int rows, int columns, bool accumulate)
    {
        const int Depth = 5;
        var (random, stride) = (new Random(1), rows + 3);
        var left = Integers(random, Depth * rows);
        var right = Integers(random, Depth * columns);
        var product = Integers(random, stride * columns);
        var expected = (double[])product.Clone();
        for (var (i, j) = (0, 0); j < columns; (i, j) = i + 1 < rows ? (i + 1, j) : (0, j + 1))
        {
            var sum = Enumerable.Range(0, Depth).Sum(k => left[k * rows + i] * right[k * columns + j]);
            expected[j * stride + i] = accumulate ? expected[j * stride + i] + sum : sum;
        }

        kernel(Depth, left, right, product, stride, accumulate);

        Assert.Equal(expected, product);
    }

    private static double[] Integers(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(-99, 100))];
}
