using AutoGrader.Core.Grading.Calibration;

namespace AutoGrader.Tests.Core.Grading.Calibration;

public sealed class SelectionThresholdTests
{
    private const double Target = 0.02;

    [Fact]
    public void Nothing_is_decided_on_fewer_cases_than_the_target_needs() =>
        Assert.Equal(SelectionThreshold.Never, SelectionThreshold.Find(Enumerable.Repeat(0.99, 49), [], Target));

    [Fact]
    public void Fifty_right_cases_suffice_for_two_percent() =>
        Assert.Equal(0.99, SelectionThreshold.Find(Enumerable.Repeat(0.99, 50), [], Target));

    [Fact]
    public void A_wrong_case_among_equals_counts_with_them() =>
        Assert.Equal(SelectionThreshold.Never, SelectionThreshold.Find(Enumerable.Repeat(0.9, 98), [0.9], Target));

    [Fact]
    public void The_least_threshold_that_holds_is_taken_even_if_a_higher_one_does_not() =>
        Assert.Equal(0.8, SelectionThreshold.Find([.. Enumerable.Repeat(0.8, 150)], [0.95], Target));

    [Fact]
    public void A_target_of_nothing_decides_nothing() =>
        Assert.Equal(SelectionThreshold.Never, SelectionThreshold.Find(Enumerable.Repeat(1.0, 10_000), [], target: 0));

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    [InlineData(1000)]
    public void Wrong_ones_among_those_decided_stay_below_the_target_on_average(int calibrated)
    {
        // Probabilities that are not calibrated at all: the rule may not rest on their being right.
        var random = new Random(20261125);
        var shares = new List<double>();
        for (var round = 0; round < 300; round++)
        {
            var cases = Enumerable.Range(0, calibrated).Select(_ => Draw(random)).ToList();
            var threshold = Find(cases);
            var unseen = Enumerable.Range(0, 200).Select(_ => Draw(random)).Where(c => c.P >= threshold).ToList();
            shares.Add((double)unseen.Count(c => !c.IsRight) / Math.Max(1, unseen.Count));
        }

        Assert.True(shares.Average() <= Target * 1.1, $"{shares.Average()}");
    }

    [Fact]
    public void Fewer_cases_decide_less()
    {
        var random = new Random(7);
        var shares = new[] { 60, 200, 1000 }.Select(calibrated => Enumerable.Range(0, 200).Average(_ =>
        {
            var cases = Enumerable.Range(0, calibrated).Select(_ => Draw(random)).ToList();
            var threshold = Find(cases);
            return Enumerable.Range(0, 100).Count(_ => Draw(random).P >= threshold);
        })).ToList();

        Assert.True(shares[0] < shares[1] && shares[1] < shares[2], string.Join(' ', shares));
    }

    private static double Find(List<(double P, bool IsRight)> cases) =>
        SelectionThreshold.Find(cases.Where(c => c.IsRight).Select(c => c.P), cases.Where(c => !c.IsRight).Select(c => c.P), Target);

    private static (double P, bool IsRight) Draw(Random random)
    {
        var p = random.NextDouble();
        return (p, random.NextDouble() < 1 - Math.Pow(1 - p, 2) / 2);
    }
}
