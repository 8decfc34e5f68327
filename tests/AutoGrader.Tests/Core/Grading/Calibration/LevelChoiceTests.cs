using AutoGrader.Core.Grading.Calibration;

namespace AutoGrader.Tests.Core.Grading.Calibration;

public sealed class LevelChoiceTests
{
    private static readonly double[] OwnAccount = [0, 1, 0, 0];

    [Theory]
    [InlineData(2, 0.9)]
    [InlineData(3, 0.75)]
    [InlineData(5, 0.5)]
    public void Rules_taken_at_their_word_have_their_own_confidence(int levels, double confidence)
    {
        var probabilities = LevelChoice.Probabilities(Evidence(levels, 1, confidence), OwnAccount);

        Assert.Equal(confidence, probabilities[1], 12);
        Assert.Equal(1, probabilities.Sum(), 12);
    }

    [Fact]
    public void Weights_learn_how_far_the_rules_can_be_trusted()
    {
        // Rules that say 0.9 and are right in 7 of 10 cases.
        var cases = Enumerable.Range(0, 400).Select(i => (Evidence(2, 0, 0.9), i % 10 < 7 ? 0 : 1)).ToList();

        var probabilities = LevelChoice.Probabilities(Evidence(2, 0, 0.9), LevelChoice.Fit(cases));

        Assert.Equal(0.7, probabilities[0], 0.02);
    }

    [Fact]
    public void Without_cases_the_weights_stay_where_they_start() => Assert.Equal([2, 1, 0, 0], LevelChoice.Fit([]));

    [Fact]
    public void The_fit_has_no_slope_left()
    {
        var random = new Random(5);
        var cases = Enumerable.Range(0, 200).Select(_ =>
        {
            var score = random.NextDouble();
            var evidence = new LevelEvidence([score, 1 - score], [0.6, 0.4], [1, 1], random.Next(2), 0.6 + 0.3 * random.NextDouble());
            return (evidence, random.NextDouble() < score ? 0 : 1);
        }).ToList();
        var weights = LevelChoice.Fit(cases);
        var best = Loss(weights);

        for (var i = 0; i < weights.Length; i++)
        {
            foreach (var step in new[] { -0.01, 0.01 })
                Assert.True(Loss([.. weights.Select((w, j) => j == i ? w + step : w)]) > best);
        }

        double Loss(double[] at) =>
            1.5 * at.Zip([2, 1, 0, 0], (a, b) => (a - b) * (a - b)).Sum()
            - cases.Sum(c => Math.Log(LevelChoice.Probabilities(c.evidence, at)[c.Item2]));
    }

    [Fact]
    public void Graded_answers_overrule_the_rules_only_where_one_is_alike()
    {
        var evidence = new LevelEvidence([0.1, 0.9], [0.5, 0.5], [0, 0.29], Judged: 0, 0.6);

        Assert.True(evidence.Supports(0));
        Assert.False(evidence.Supports(1));
        Assert.True((evidence with { Likeness = [0, 0.31] }).Supports(1));
    }

    private static LevelEvidence Evidence(int levels, int judged, double confidence) =>
        new(
        [.. Enumerable.Repeat(1.0 / levels, levels)], [.. Enumerable.Repeat(1.0 / levels, levels)], new double[levels], judged, confidence);
}
