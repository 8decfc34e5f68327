using AutoGrader.Numerics;
using AutoGrader.Numerics.Kernels;

namespace AutoGrader.Tests.Numerics.Kernels;

public sealed class DenseProductTests
{
    /// <summary>m, k, n around the borders of panels (8, 24), blocks (96, 256) and the plain limit.</summary>
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 1, 1, 1 }, { 16, 16, 16 }, { 17, 16, 16 }, { 1, 5000, 1 }, { 5000, 1, 1 }, { 1, 1, 5000 }, { 24, 256, 8 }, { 25, 257, 9 },
        { 23, 255, 7 }, { 96, 64, 96 }, { 97, 300, 101 }, { 200, 513, 130 }, { 16, 256, 256 }, { 256, 256, 16 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void MultiplyAdd_IntegersOfAnyStorage_IsExact(int m, int k, int n)
    {
        var random = new Random(m * 31 + k * 7 + n);
        var (a, b, c) = (Integers(random, m, k), Integers(random, k, n), Integers(random, m, n));
        foreach (var (aRows, bRows, cRows) in Storages())
        {
            var product = View(c, cRows);

            DenseProduct.MultiplyAdd(View(a, aRows), View(b, bRows), product);

            Assert.Equal(Naive(a, b, c), Entries(product));
        }
    }

    [Fact]
    public void MultiplyAdd_BlocksOfLargerMatrices_TouchesNothingElse()
    {
        var random = new Random(5);
        var (a, b, c) = (Integers(random, 60, 70), Integers(random, 80, 90), Integers(random, 100, 110));
        var product = View(c, rowMajor: false);

        DenseProduct.MultiplyAdd(
            View(a, rowMajor: true).Block(3, 50, 5, 40), View(b, rowMajor: false).Block(7, 40, 11, 60), product.Block(13, 50, 17, 60));

        var expected = (double[,])c.Clone();
        var inner = Naive(Block(a, 3, 50, 5, 40), Block(b, 7, 40, 11, 60), Block(c, 13, 50, 17, 60));
        for (var i = 0; i < 50; i++)
        {
            for (var j = 0; j < 60; j++)
                expected[13 + i, 17 + j] = inner[i, j];
        }

        Assert.Equal(expected, Entries(product));
    }

    [Fact] // Parts of the work are entries computed alone, so this is also: the same bits for every number of threads.
    public void MultiplyAdd_RowsAndColumnsComputedAlone_HaveTheSameBits()
    {
        var random = new Random(6);
        var (a, b) = (View(Reals(random, 230, 700), rowMajor: false), View(Reals(random, 700, 210), rowMajor: true));
        var whole = Product(a, b);

        var part = Product(a.Block(37, 120, 0, 700), b.Block(0, 700, 55, 90));

        Assert.Equal(Entries(whole.Block(37, 120, 55, 90)), Entries(part));
    }

    [Fact]
    public void MultiplyAdd_RealNumbers_StaysWithinTheErrorBoundOfSums()
    {
        var random = new Random(7);
        var (a, b) = (Reals(random, 100, 900), Reals(random, 900, 70));

        var product = Entries(Product(View(a, rowMajor: false), View(b, rowMajor: false)));

        // Higham, Accuracy and Stability of Numerical Algorithms (2002), equation 3.13: |error| ≤ k·u·|A|·|B|, here below 900·2⁻⁵³·900.
        var expected = Naive(a, b, new double[100, 70]);
        foreach (var (i, j) in Indices(expected))
            Assert.Equal(expected[i, j], product[i, j], 2 * 900 * 900 * Math.Pow(2, -53));
    }

    [Fact]
    public void MultiplyAdd_InfinityAndNaN_SpreadOnlyToTheirRowsAndColumns()
    {
        var (a, b) = (Integers(new Random(8), 40, 30), Integers(new Random(9), 30, 50));
        (a[3, 4], b[7, 11]) = (double.NaN, double.PositiveInfinity);

        var product = Entries(Product(View(a, rowMajor: false), View(b, rowMajor: false)));

        foreach (var (i, j) in Indices(product))
            Assert.Equal(i != 3 && j != 11, double.IsFinite(product[i, j]));
    }

    [Fact]
    public void MultiplyAdd_ShapesThatDoNotFit_NamesBoth()
    {
        var view = View(new double[2, 3], rowMajor: false);

        var inner = Assert.Throws<ShapeMismatchException>(() => DenseProduct.MultiplyAdd(view, view, view));
        var outer = Assert.Throws<ShapeMismatchException>(() => DenseProduct.MultiplyAdd(view, view.Transpose(), view));

        Assert.Contains("A (2×3) and B (2×3)", inner.Message, StringComparison.Ordinal);
        Assert.Contains("C (2×3) and A·B (2×2)", outer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MultiplyAdd_NothingToSum_LeavesCAlone()
    {
        var product = View(new double[,] { { 1, 2 } }, rowMajor: false);

        DenseProduct.MultiplyAdd(View(new double[1, 0], rowMajor: false), View(new double[0, 2], rowMajor: false), product);

        Assert.Equal(new double[,] { { 1, 2 } }, Entries(product));
    }

    private static IEnumerable<(bool A, bool B, bool C)> Storages() =>
        from a in new[] { false, true } from b in new[] { false, true } from c in new[] { false, true } select (a, b, c);

    private static DenseView Product(DenseView a, DenseView b)
    {
        var product = DenseView.ColumnMajor(new double[a.Rows * b.Columns], a.Rows, b.Columns);
        DenseProduct.MultiplyAdd(a, b, product);
        return product;
    }

    private static double[,] Naive(double[,] a, double[,] b, double[,] c)
    {
        var product = (double[,])c.Clone();
        foreach (var (i, j) in Indices(product))
        {
            for (var k = 0; k < a.GetLength(1); k++)
                product[i, j] += a[i, k] * b[k, j];
        }

        return product;
    }

    private static DenseView View(double[,] entries, bool rowMajor)
    {
        var (rows, columns) = (entries.GetLength(0), entries.GetLength(1));
        var data = new double[entries.Length];
        foreach (var (i, j) in Indices(entries))
            data[rowMajor ? i * columns + j : j * rows + i] = entries[i, j];
        return rowMajor ? DenseView.RowMajor(data, rows, columns) : DenseView.ColumnMajor(data, rows, columns);
    }

    private static double[,] Entries(DenseView view)
    {
        var entries = new double[view.Rows, view.Columns];
        foreach (var (i, j) in Indices(entries))
            entries[i, j] = view[i, j];
        return entries;
    }

    private static double[,] Block(double[,] entries, int row, int rows, int column, int columns) =>
        Entries(View(entries, rowMajor: true).Block(row, rows, column, columns));

    private static double[,] Integers(Random random, int rows, int columns) => Fill(rows, columns, () => random.Next(-1000, 1001));

    private static double[,] Reals(Random random, int rows, int columns) => Fill(rows, columns, () => random.NextDouble() * 2 - 1);

    private static double[,] Fill(int rows, int columns, Func<double> next)
    {
        var entries = new double[rows, columns];
        foreach (var (i, j) in Indices(entries))
            entries[i, j] = next();
        return entries;
    }

    private static IEnumerable<(int Row, int Column)> Indices(double[,] entries) =>
        from i in Enumerable.Range(0, entries.GetLength(0)) from j in Enumerable.Range(0, entries.GetLength(1)) select (i, j);
}
