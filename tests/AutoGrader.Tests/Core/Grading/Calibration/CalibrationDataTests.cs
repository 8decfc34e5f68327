using AutoGrader.Core.Grading.Calibration;

namespace AutoGrader.Tests.Core.Grading.Calibration;

public sealed class CalibrationDataTests
{
    [Theory]
    [InlineData(0.005)]
    [InlineData(0.02)]
    [InlineData(0.05)]
    public void Fewer_graded_answers_are_never_used_less_carefully(double target)
    {
        var thresholds = Enumerable.Range(0, 120).Select(n => CalibrationData.Shipped.ThresholdFor(n, target)).ToList();

        Assert.All(thresholds.Zip(thresholds.Skip(1)), pair => Assert.True(pair.First >= pair.Second));
    }

    [Fact]
    public void A_smaller_target_never_decides_more()
    {
        var thresholds = new[] { 0.001, 0.01, 0.02, 0.05, 0.2 }.Select(t => CalibrationData.Shipped.ThresholdFor(100, t)).ToList();

        Assert.All(thresholds.Zip(thresholds.Skip(1)), pair => Assert.True(pair.First >= pair.Second));
        Assert.Equal(SelectionThreshold.Never, CalibrationData.Shipped.ThresholdFor(100, 0));
    }

    [Fact]
    public void The_shipped_calibration_decides_something_by_the_default_target() => Assert.InRange(
        CalibrationData.Shipped.ThresholdFor(100, AutoGrader.Core.Grading.Learning.ScoringModel.DefaultSilentErrorTarget), 0.5, 0.99);

    [Fact]
    public void What_is_written_is_read_again()
    {
        var written = CalibrationData.Shipped.Write();

        Assert.Equal(written, CalibrationData.Read(written).Write());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("nonsense")]
    [InlineData("""{"stages": [{"gradedAnswers": 0, "weights": [1], "right": [], "wrong": []}], "reliabilities": []}""")]
    [InlineData("""{"stages": [{"gradedAnswers": 5, "weights": [1, 1, 1, 1], "right": [], "wrong": []}], "reliabilities": []}""")]
    public void Other_json_is_refused(string json) => Assert.Throws<FormatException>(() => CalibrationData.Read(json));

    [Fact]
    public void A_graders_own_account_counts_until_cases_are_there()
    {
        Assert.Equal(0.9, new Reliability("matrix", 0, 0).Of(0.9), 12);
        Assert.Equal(0.99, new Reliability("matrix", 1980, 20).Of(0.9), 0.001);
    }
}
