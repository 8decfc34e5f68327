using AutoGrader.Core;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Tests.Core.Feedback;

public sealed class SummaryComposerTests
{
    private static readonly SummaryRow[] Rows =
    [
        Row("1", "Anna Müller", SubmissionStatus.Graded, points: 40),
        Row("2", "Ben Roth", SubmissionStatus.Graded, points: 21),
        Row("3", "Cem Yıldız", SubmissionStatus.NeedsReview, points: 20, open: "3.5a"),
        Row("4", "Dora Le", SubmissionStatus.NotGraded, reasons: FeedbackSamples.WrongName),
        Row("5", "Emil Vogt", SubmissionStatus.NeedsReview, reasons: FeedbackSamples.Unreadable),
        Row("6", "Fee Sauer", SubmissionStatus.Graded, points: 0, reasons: FeedbackSamples.Late),
        new("7", "Gil Nowak", null, null, [], null),
    ];

    [Fact]
    public void Counts_add_up_to_the_participants()
    {
        var facts = Compose(Language.English).Blocks.OfType<KeyValueBlock>().Single().Facts;
        Assert.Equal(["7", "3", "2", "1", "0", "1", "1"], facts.Select(f => f.Value));
    }

    [Theory]
    [InlineData(Language.English,
        "4 assessed submissions: mean 10.1, median 10.25 points. 1 of them (25%) need review; their points are suggestions.")]
    [InlineData(Language.German,
        "4 bewertete Abgaben: Mittelwert 10,1, Median 10,25 Punkte. Davon sind 1 (25 %) zu prüfen; ihre Punkte sind Vorschläge.")]
    public void Ungraded_submissions_do_not_lower_the_mean(Language language, string expected) =>
        Assert.Contains(expected, ReportText.Of(Compose(language)), StringComparison.Ordinal);

    [Fact]
    public void Histogram_counts_every_assessed_submission_once_and_no_other()
    {
        var bins = Compose(Language.English).Blocks.OfType<HistogramBlock>().Single().Bins;
        Assert.Equal(21, bins.Count);
        Assert.Equal((1, 0), (bins[0].Decided, bins[0].Open));
        Assert.Equal((1, 1), (bins[10].Decided, bins[10].Open));
        Assert.Equal((1, 0), (bins[20].Decided, bins[20].Open));
        Assert.Equal(4, bins.Sum(b => b.Decided + b.Open));
    }

    [Fact]
    public void Everything_without_points_is_listed_with_its_reason()
    {
        var table = Compose(Language.German).Blocks.OfType<TableBlock>().First();
        Assert.Equal(["Dora Le (4)", "Emil Vogt (5)"], table.Rows.Select(r => r[0]));
        Assert.Equal("zip-name", table.Rows[0][2]);
        Assert.Equal(FeedbackSamples.WrongName.Detail.German, table.Rows[0][3]);
    }

    [Fact]
    public void Late_ones_open_criteria_and_missing_ones_are_listed()
    {
        var text = ReportText.Of(Compose(Language.English));
        Assert.Contains("Cem Yıldız (3) 10 / 20 3.5a", text, StringComparison.Ordinal);
        Assert.Contains("Fee Sauer (6) Mueller-12345678.zip late Handed in 12 minutes after the due date.", text, StringComparison.Ordinal);
        Assert.Contains("Gil Nowak (7)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.German)]
    public void A_run_without_any_points_has_a_summary(Language language) =>
        Assert.NotEmpty(SummaryComposer.Compose([], FeedbackSamples.Version, language).Blocks);

    private static FeedbackReport Compose(Language language) => SummaryComposer.Compose(Rows, FeedbackSamples.Version, language);

    private static SummaryRow Row(string id, string name, SubmissionStatus status, int? points = null, string? open = null,
        params Reason[] reasons)
    {
        var left = points ?? 0;
        var assessment = points is null ? null : FeedbackSamples.Assess((criterion, maximum) =>
        {
            var earned = Math.Min(left, maximum.HalfPoints);
            left -= earned;
            return FeedbackSamples.Score(criterion, maximum, Points.FromHalfPoints(earned)) with { NeedsReview = criterion == open };
        });
        return new SummaryRow(id, name, "Mueller-12345678.zip", status, reasons, assessment);
    }
}
