using AutoGrader.Numerics;
using static AutoGrader.Tests.Numerics.RandomMatrices;

namespace AutoGrader.Tests.Numerics;

public sealed class MatrixComparisonTests
{
    [Fact]
    public void Differences_TwoWrongEntries_ListsThemRowByRow()
    {
        var differences = MatrixComparison.Differences(Rows([[1, 2], [3, 4]]), Rows([[1, 5], [3, 0]]), default);

        Assert.Equal([new EntryDifference(0, 1, 2, 5), new EntryDifference(1, 1, 4, 0)], differences);
    }

    [Theory]
    [InlineData(0.577, 0.58, 0.005, 0, true)]
    [InlineData(0.577, 0.583, 0.005, 0, false)]
    [InlineData(1000, 1004, 0.005, 0, false)]
    [InlineData(1000, 1004, 0, 0.005, true)]
    [InlineData(-1000, -1004, 0, 0.005, true)]
    [InlineData(double.NaN, double.NaN, 1, 1, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, 0, 0, true)]
    [InlineData(double.PositiveInfinity, 5, 1, 1, false)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, 1, 1, false)]
    [InlineData(5, double.PositiveInfinity, 1, 1, false)]
    public void Accepts_AbsoluteOrRelativeDifference_TakesTheMoreGenerous(
        double expected, double actual, double absolute, double relative, bool accepted) =>
        Assert.Equal(accepted, new Tolerance(absolute, relative).Accepts(expected, actual));

    [Fact]
    public void Differences_DifferentShapes_NamesBoth()
    {
        var error = Assert.Throws<ShapeMismatchException>(() => MatrixComparison.Differences(Rows([[1, 2]]), Rows([[1], [2]]), default));

        Assert.Contains("expected (1×2) and actual (2×1)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AreEqual_DifferentShapes_IsFalse() => Assert.False(MatrixComparison.AreEqual(Rows([[1, 2]]), Rows([[1], [2]]), default));
}
