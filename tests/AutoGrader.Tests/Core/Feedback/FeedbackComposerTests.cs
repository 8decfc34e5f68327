using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Tests.Core.Feedback;

public sealed class FeedbackComposerTests
{
    [Theory]
    [InlineData(Language.English, "not graded", "Mueller-12345678.zip")]
    [InlineData(Language.German, "nicht bewertet", "Mueller-12345678.zip")]
    public void A_wrong_name_tells_what_is_wrong_the_right_name_and_what_happens_next(Language language, string standing, string rightName)
    {
        var text = Text(FeedbackSamples.Subject(SubmissionStatus.NotGraded, FeedbackSamples.WrongName), null, language);
        Assert.Contains(standing, text, StringComparison.Ordinal);
        Assert.Contains(FeedbackSamples.WrongName.Detail.In(language), text, StringComparison.Ordinal);
        Assert.Contains(rightName, text, StringComparison.Ordinal);
        Assert.Contains(language == Language.German ? "Wie es weitergeht" : "What happens next", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SubmissionStatus.NotGraded, Language.English)]
    [InlineData(SubmissionStatus.NotGraded, Language.German)]
    [InlineData(SubmissionStatus.Unreadable, Language.English)]
    [InlineData(SubmissionStatus.Unreadable, Language.German)]
    [InlineData(SubmissionStatus.NeedsReview, Language.English)]
    [InlineData(SubmissionStatus.NeedsReview, Language.German)]
    [InlineData(SubmissionStatus.Graded, Language.German)]
    public void Without_scores_no_number_of_points_is_shown(SubmissionStatus status, Language language)
    {
        var text = Text(FeedbackSamples.Subject(status), null, language);
        Assert.DoesNotContain(" / ", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b0\b", text);
    }

    [Fact]
    public void Scores_of_a_submission_that_is_not_graded_stay_hidden()
    {
        var report = FeedbackComposer.Compose(
            FeedbackSamples.Subject(SubmissionStatus.NotGraded, FeedbackSamples.WrongName), FeedbackSamples.Version,
            FeedbackSamples.Full(), Language.English);
        Assert.DoesNotContain("20", ReportText.Of(report), StringComparison.Ordinal);
        Assert.Empty(report.Marks);
    }

    [Theory]
    [InlineData(SubmissionStatus.Unreadable, Language.English, "Export it again", "A tutor will read your report")]
    [InlineData(SubmissionStatus.NeedsReview, Language.German, "Exportieren Sie es neu",
        "Eine Person aus dem Lehrteam liest Ihren Bericht")]
    public void An_unreadable_report_says_so_and_what_to_do(SubmissionStatus status, Language language, string remedy, string next)
    {
        var text = Text(FeedbackSamples.Subject(status, FeedbackSamples.Unreadable), null, language);
        Assert.Contains(FeedbackSamples.Unreadable.Detail.In(language), text, StringComparison.Ordinal);
        Assert.Contains(remedy, text, StringComparison.Ordinal);
        Assert.Contains(next, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "Points: 19.5 / 20", "3.4b QKᵀ is divided by √d_k. 0.5 / 1 partly met")]
    [InlineData(Language.German, "Punkte: 19,5 / 20", "3.4b QKᵀ wird durch √d_k geteilt. 0,5 / 1 teilweise erfüllt")]
    public void Points_are_written_in_the_numbers_of_the_reader(Language language, string points, string criterion)
    {
        var assessment = FeedbackSamples.Assess((id, m) => FeedbackSamples.Score(id, m, id == "3.4b" ? Points.FromValue(0.5m) : m));
        var text = Text(FeedbackSamples.Subject(SubmissionStatus.Graded), assessment, language);
        Assert.Contains(points, text, StringComparison.Ordinal);
        Assert.Contains(criterion, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "suggestion: 20 / 20", "A tutor will look at this; the points are a suggestion")]
    [InlineData(Language.German, "Vorschlag: 20 / 20", "Eine Person prüft diese Bewertung; die Punkte sind ein Vorschlag")]
    public void An_open_review_is_said_at_the_top_and_at_the_criterion(Language language, string points, string notice)
    {
        var assessment = FeedbackSamples.Assess((id, m) => FeedbackSamples.Score(id, m, m) with { NeedsReview = id == "3.5a" });
        var report = FeedbackComposer.Compose(FeedbackSamples.Subject(SubmissionStatus.NeedsReview), FeedbackSamples.Version, assessment,
            language);
        var text = ReportText.Of(report);
        Assert.Contains(points, text, StringComparison.Ordinal);
        Assert.Contains(notice, text, StringComparison.Ordinal);
        Assert.Equal(["3.5a"], report.Blocks.OfType<CriterionBlock>().Where(c => c.Tone == Tone.Review).Select(c => c.Id));
        Assert.Contains(report.Blocks.OfType<NoticeBlock>().Single().Paragraphs, p => p.Runs.Any(r => r.Text == "3.5a"));
    }

    [Fact]
    public void A_status_of_graded_does_not_hide_an_open_criterion()
    {
        var assessment = FeedbackSamples.Assess((id, m) => FeedbackSamples.Score(id, m, m) with { NeedsReview = id == "3.5a" });
        Assert.Contains("suggestion: 20 / 20", Text(FeedbackSamples.Subject(SubmissionStatus.Graded), assessment, Language.English),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "Decided by Dr. Weiß: 1 point; the program had suggested 0.5. Reason: “said on page 3”")]
    [InlineData(Language.German, "Entschieden von Dr. Weiß: 1 Punkt; vorgeschlagen waren 0,5. Begründung: „said on page 3“")]
    public void An_override_stands_beside_the_suggestion(Language language, string expected)
    {
        var assessment = FeedbackSamples.Assess((id, m) => FeedbackSamples.Score(id, m, m) with
        {
            Override = id == "1.1a" ? new Override("Dr. Weiß", "said on page 3", Points.FromValue(0.5m)) : null,
        });
        Assert.Contains(expected, Text(FeedbackSamples.Subject(SubmissionStatus.Graded), assessment, language), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_read_is_quoted_as_the_student_wrote_it_with_its_page()
    {
        var assessment = FeedbackSamples.Assess((id, m) => FeedbackSamples.Score(id, m, m, "also 0,5 und\n0.25", 4));
        Assert.Contains("Gelesen auf Seite 4: also 0,5 und 0.25",
            Text(FeedbackSamples.Subject(SubmissionStatus.Graded), assessment, Language.German), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_is_quoted_and_marked_once_and_a_matrix_is_not_repeated_as_text()
    {
        var place = new Evidence(2, FeedbackSamples.SomeBox, "[[1, 2]]");
        var assessment = FeedbackSamples.Assess((id, m) => FeedbackSamples.Score(id, m, m, null) with
        {
            Evidence = id is "1.1a" or "3.4b" ? [place, place, place with { Page = 3 }] : [],
            Matrix = id == "3.4b" ? FeedbackSamples.EveryState : null,
        });
        var report = FeedbackComposer.Compose(
            FeedbackSamples.Subject(SubmissionStatus.Graded), FeedbackSamples.Version, assessment, Language.English);
        var text = ReportText.Of(report);
        Assert.Contains("Read on page 2: [[1, 2]]\nRead on page 3: [[1, 2]]", text, StringComparison.Ordinal);
        Assert.Contains("Read on page 2, page 3.", text, StringComparison.Ordinal);
        Assert.Equal(["1.1a", "1.1a", "3.4b", "3.4b"], report.Marks.Select(m => m.Label).Where(l => l.Length > 0));
    }

    [Fact]
    public void A_long_quotation_is_cut_between_characters_not_within_one()
    {
        var assessment = FeedbackSamples.Assess((id, m) => FeedbackSamples.Score(id, m, m, string.Concat(Enumerable.Repeat("𝒪", 400))));
        var text = Text(FeedbackSamples.Subject(SubmissionStatus.Graded), assessment, Language.English);
        Assert.Contains("𝒪 …", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.EnumerateRunes(), r => r.Value == 0xFFFD);
    }

    [Theory]
    [InlineData(Language.English, "Scaled scores: 2 of 4 entries accepted", "0.5")]
    [InlineData(Language.German, "Skalierte Bewertungen: 2 von 4 Einträgen anerkannt", "0,5")]
    public void A_matrix_shows_every_state_and_the_expected_value_of_wrong_entries(Language language, string caption, string expected)
    {
        var assessment = FeedbackSamples.Assess((id, m) =>
            FeedbackSamples.Score(id, m, m) with { Matrix = id == "3.4b" ? FeedbackSamples.EveryState : null });
        var report = FeedbackComposer.Compose(FeedbackSamples.Subject(SubmissionStatus.Graded), FeedbackSamples.Version, assessment,
            language);
        var matrix = Assert.Single(report.Blocks.OfType<CriterionBlock>(), c => c.Matrix is not null).Matrix!;
        Assert.Equal(caption, matrix.Caption);
        Assert.Equal([null, null, expected, null], matrix.Cells.Select(c => c.Expected));
        Assert.Equal(["1", "0,25", "3/2", "?"], matrix.Cells.Select(c => c.Text));
        Assert.Equal(4, matrix.Legend.Select(l => l.Text).Distinct().Count());
    }

    [Fact]
    public void Marks_come_from_the_evidence_and_from_wrong_and_uncertain_entries()
    {
        var assessment = FeedbackSamples.Assess((id, m) =>
            FeedbackSamples.Score(id, m, id == "1.1a" ? Points.Zero : m, id is "1.1a" or "3.4b" ? "x" : null) with
            {
                Matrix = id == "3.4b" ? FeedbackSamples.EveryState : null,
            });
        var marks = FeedbackComposer.Compose(FeedbackSamples.Subject(SubmissionStatus.Graded), FeedbackSamples.Version, assessment,
            Language.English).Marks;
        Assert.Equal([("1.1a", Tone.Bad, 1), ("3.4b", Tone.Good, 1), ("", Tone.Bad, 2), ("", Tone.Review, 2)],
            marks.Select(m => (m.Label, m.Tone, m.Page)));
        Assert.Equal(FeedbackSamples.SomeBox, marks[0].Box);
    }

    [Fact]
    public void Footer_names_rubric_version_and_engine_version()
    {
        var report = FeedbackComposer.Compose(FeedbackSamples.Subject(SubmissionStatus.Graded), FeedbackSamples.Version,
            FeedbackSamples.Full(), Language.English);
        Assert.Contains("0123456789ab", report.Footer, StringComparison.Ordinal);
        Assert.Contains($"engine {SubmissionGrader.EngineVersion}", report.Footer, StringComparison.Ordinal);
        Assert.Contains("Exercise Sheet 5", report.Footer, StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_on_a_graded_submission_are_kept()
    {
        var text = Text(FeedbackSamples.Subject(SubmissionStatus.Graded, FeedbackSamples.Late), FeedbackSamples.Full(), Language.German);
        Assert.Contains("12 Minuten nach Ablauf der Frist abgegeben.", text, StringComparison.Ordinal);
        Assert.Contains("20 / 20", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_assessment_is_no_exception()
    {
        var report = FeedbackComposer.Compose(FeedbackSamples.Subject(SubmissionStatus.Graded), FeedbackSamples.Version,
            new Assessment { Questions = [] }, Language.English);
        Assert.NotEmpty(report.Blocks);
    }

    private static string Text(FeedbackSubject subject, Assessment? assessment, Language language) =>
        ReportText.Of(FeedbackComposer.Compose(subject, FeedbackSamples.Version, assessment, language));
}
