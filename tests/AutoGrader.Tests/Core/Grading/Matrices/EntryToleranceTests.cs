using AutoGrader.Core.Grading.Matrices;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Tests.Core.Grading.Matrices;

public sealed class EntryToleranceTests
{
    private static readonly EntryTolerance Tolerance = new(NumberTolerance.Default);

    [Theory]
    [InlineData(0.57735, 0.58, "0.58", true)]
    [InlineData(0.57735, 0.58, "0,58", true)]
    [InlineData(0.57735, 0.6, "0.6", true)]
    [InlineData(0.57735, 0.5, "0.5", false)]
    [InlineData(0.57735, 1, "1", false)]
    [InlineData(0.125, 0.13, "0.13", true)]
    [InlineData(0.125, 0.12, "0.12", true)]
    [InlineData(0.5, 0, "0", false)]
    [InlineData(0.5, 0.5, "1/2", true)]
    [InlineData(1.0 / 3, 1.0 / 3, "1/3", true)]
    [InlineData(20.7846, 20.78, "20.78", true)]
    [InlineData(20.7846, 20.9, "20.90", false)]
    [InlineData(300, 301, "301", false)]
    [InlineData(300, 300, "300.", true)]
    public void Accepts_NumberAsShown_AllowsForItsRoundingOnly(double expected, double value, string text, bool accepted) =>
        Assert.Equal(accepted, Tolerance.Accepts(expected, new MatrixEntry(value, text, default, 1)));

    [Theory]
    [InlineData(100, 100.9, "100.9", 0, 0.01, null, true)] // relative alone
    [InlineData(0.1, 0.105, "0.105", 0, 0.01, null, false)]
    [InlineData(0.1, 0.105, "0.105", 0.01, 0, null, true)] // absolute alone
    [InlineData(100, 100.9, "100.90", 0.01, 0, null, false)]
    [InlineData(1234, 1230, "1230", 0, 0, 3, true)] // significant digits
    [InlineData(1234, 1225, "1225", 0, 0, 3, false)]
    [InlineData(-0.0012345, -0.00123, "-0.00123", 0, 0, 3, true)]
    [InlineData(0, 0.001, "0.0010", 0, 0, 3, false)]
    [InlineData(0.57735, 0.58, "0.58", 0, 0, null, true)] // rounded as shown, whatever the tolerance
    [InlineData(1.0 / 3, 1.0 / 3, "1/3", 0, 0, null, true)]
    [InlineData(1.0 / 3, 0.34, "0.34", 0, 0, null, false)]
    public void Accepts_ToleranceOfTheRubric_EachPartDecidesOnItsOwn(
        double expected, double value, string text, double absolute, double relative, int? digits, bool accepted)
    {
        var tolerance = new EntryTolerance(new NumberTolerance(absolute, relative, digits));

        Assert.Equal(accepted, tolerance.Accepts(expected, new MatrixEntry(value, text, default, 1)));
    }

    [Fact]
    public void Accepts_NoNumber_IsFalse() => Assert.False(Tolerance.Accepts(1, new MatrixEntry(null, "x", default, 1)));
}
