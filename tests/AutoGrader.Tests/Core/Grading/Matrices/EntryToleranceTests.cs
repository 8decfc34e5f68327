using AutoGrader.Core.Grading.Matrices;
using AutoGrader.Core.Reading;

namespace AutoGrader.Tests.Core.Grading.Matrices;

public sealed class EntryToleranceTests
{
    private static readonly EntryTolerance Tolerance = new(0.005);

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

    [Fact]
    public void Accepts_NoNumber_IsFalse() => Assert.False(Tolerance.Accepts(1, new MatrixEntry(null, "x", default, 1)));
}
