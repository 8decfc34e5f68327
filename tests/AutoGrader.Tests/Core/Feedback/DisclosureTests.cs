using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Computations;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Tests.Core.Grading;
using AutoGrader.Tests.Core.Rubrics;
using AutoGrader.Tests.Documents.Pdf.Writing;

namespace AutoGrader.Tests.Core.Feedback;

/// <summary>
/// What students may not be told does not stand in their feedback: looked for in the feedback of students of the corpus, word for word and
/// number for number.
/// </summary>
public sealed class DisclosureTests
{
    private static readonly Lazy<IReadOnlyList<(string Answers, AnswerDocument Document)>> Students = new(Read);

    [Theory]
    [InlineData(Disclosure.Verdict, Language.English)]
    [InlineData(Disclosure.Verdict, Language.German)]
    [InlineData(Disclosure.Hint, Language.English)]
    [InlineData(Disclosure.Hint, Language.German)]
    public void Neither_texts_of_the_rubric_nor_reference_values_are_disclosed(Disclosure disclosure, Language language)
    {
        var version = Version(disclosure);
        foreach (var (answers, document) in Students.Value)
        {
            var report = FeedbackComposer.Compose(
                FeedbackSamples.Subject(SubmissionStatus.Graded), version, SubmissionGrader.Grade(document, version.Rubric), language);
            var told = string.Join('\n', [ReportText.Of(report), .. report.Marks.Select(m => m.Note)]);

            Assert.DoesNotContain(Secrets(version.Rubric, language), s => Tells(told, s) && !Tells(answers, s));
        }
    }

    [Fact]
    public void Fully_disclosed_feedback_does_tell_them()
    {
        var version = Version(Disclosure.Full);
        var told = string.Join('\n', Students.Value.Select(s => ReportText.Of(FeedbackComposer.Compose(
            FeedbackSamples.Subject(SubmissionStatus.Graded), version, SubmissionGrader.Grade(s.Document, version.Rubric),
            Language.English))));

        Assert.True(Secrets(version.Rubric, Language.English).Count(s => Tells(told, s)) > 40);
    }

    [Fact]
    public void The_feedback_file_holds_no_more_than_the_report()
    {
        var version = Version(Disclosure.Verdict);
        var (answers, document) = Students.Value.First(s => SubmissionGrader.Grade(s.Document, version.Rubric).Questions
            .SelectMany(q => q.Criteria).Any(c => c.Matrix?.Entries.Any(e => e.State == EntryState.Wrong) == true));
        var pdf = RenderedPdf.Text(RenderedPdf.Render(FeedbackComposer.Compose(
            FeedbackSamples.Subject(SubmissionStatus.Graded), version, SubmissionGrader.Grade(document, version.Rubric),
            Language.English)));

        Assert.DoesNotContain(Secrets(version.Rubric, Language.English), s => Tells(pdf, s) && !Tells(answers, s));
        Assert.Contains("ot fulfilled.", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_and_places_are_the_same_however_much_is_told()
    {
        foreach (var (_, document) in Students.Value.Take(5))
        {
            var full = SubmissionGrader.Grade(document, TypedCorpus.Rubric);
            foreach (var disclosure in Enum.GetValues<Disclosure>())
            {
                var told = DisclosedAssessment.Of(full, Version(disclosure).Rubric);

                Assert.Equal(Marks(full), Marks(told));
            }
        }

        static IEnumerable<object> Marks(Assessment assessment) => assessment.Questions.SelectMany(q => q.Criteria)
            .Select(c => (object)(c.CriterionId, c.Points, c.NeedsReview, string.Join(' ', c.Evidence.Select(e => e.Box))));
    }

    [Fact]
    public void A_hint_names_what_to_think_about_and_no_verdict_does()
    {
        var score = SubmissionGrader.Grade(Students.Value[0].Document, TypedCorpus.Rubric).Questions[0].Criteria[0] with
        {
            Points = Points.Zero,
            NeedsReview = false,
        };
        var assessment = new Assessment
        {
            Questions = [new QuestionScore { QuestionId = "1.1", Title = new("T", "T"), Answer = "", Criteria = [score] }],
        };

        Assert.Equal("Not fulfilled. Think again about: what the state carries on", RationaleWith(Disclosure.Hint));
        Assert.Equal("Not fulfilled.", RationaleWith(Disclosure.Verdict));
        Assert.Equal(score.Rationale.English, RationaleWith(Disclosure.Full));

        string RationaleWith(Disclosure disclosure)
        {
            var rubric = Version(disclosure, new LocalizedText("what the state carries on", "was der Zustand weitergibt")).Rubric;
            return DisclosedAssessment.Of(assessment, rubric).Questions[0].Criteria[0].Rationale.English;
        }
    }

    [Fact]
    public void A_persons_reason_is_no_part_of_a_bare_verdict()
    {
        var graded = SubmissionGrader.Grade(Students.Value[0].Document, TypedCorpus.Rubric);
        var decided = OverrideApplier.Apply(graded, [new Decision("1.1a", Points.Zero, "A", "Solution: 42")]).Assessment;

        var report = FeedbackComposer.Compose(
            FeedbackSamples.Subject(SubmissionStatus.Graded), Version(Disclosure.Verdict), decided, Language.English);

        Assert.DoesNotContain("42", ReportText.Of(report), StringComparison.Ordinal);
        Assert.Contains("Decided by A", ReportText.Of(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_and_a_criterion_may_disclose_otherwise_than_the_sheet()
    {
        var source = SmallRubric.Source
            .Replace("due: 2026", "disclosure: verdict\ndue: 2026", StringComparison.Ordinal)
            .Replace("    items-asked: 2", "    disclosure: hint\n    items-asked: 2", StringComparison.Ordinal);
        var rubric = RubricReader.Read(source, "a.yaml");

        Assert.Empty(rubric.Errors);
        var criteria = rubric.Version!.Rubric.Questions.SelectMany(q => q.Criteria).ToList();
        Assert.Equal(Disclosure.Hint, criteria[0].Disclosure);
        Assert.All(criteria.Skip(1), c => Assert.Equal(Disclosure.Verdict, c.Disclosure));
        Assert.All(TypedCorpus.Rubric.Questions.SelectMany(q => q.Criteria), c => Assert.Equal(Disclosure.Full, c.Disclosure));
    }

    private static RubricVersion Version(Disclosure disclosure, LocalizedText? hint = null) => FeedbackSamples.Version with
    {
        Rubric = TypedCorpus.Rubric with
        {
            Questions =
            [
                .. TypedCorpus.Rubric.Questions.Select(
                    q => q with { Criteria = [.. q.Criteria.Select(c => c with { Disclosure = disclosure, Hint = hint })] }),
            ],
        },
    };

    // Texts of criteria, levels and mistakes, ways to say things that are long enough to give something away, and computed values.
    private static IReadOnlyList<string> Secrets(Rubric rubric, Language language)
    {
        var criteria = rubric.Questions.SelectMany(q => q.Criteria).ToList();
        var levels = criteria.SelectMany(c => c switch
        {
            ConceptCriterion concept => concept.Levels,
            ShapesCriterion shapes => shapes.Levels,
            ComplexityCriterion complexity => complexity.Levels,
            _ => Enumerable.Empty<Level>(),
        }).ToList();
        var mistakes = rubric.Questions.SelectMany(q => q.Computation?.Mistakes ?? []);
        var numbers = ReferenceAnswer.All(rubric).SelectMany(r => r.Steps).SelectMany(s => s.Value.Enumerate())
            .Select(v => Math.Abs(v).ToString("0.####", CultureInfo.InvariantCulture)).Where(n => n.Length >= 4)
            .Select(n => language == Language.German ? n.Replace('.', ',') : n);
        return
        [
            .. criteria.Select(c => c.Text.In(language)),
            .. levels.Select(l => l.Text.In(language)),
            .. mistakes.Select(m => m.Text.In(language)),
            .. levels.SelectMany(l => l.Says).Select(p => p.Source).Where(p => p.Length >= 12),
            .. numbers.Distinct(),
        ];
    }

    private static bool Tells(string text, string secret) =>
        Spaceless(text).Contains(Spaceless(secret.TrimEnd('.')), StringComparison.OrdinalIgnoreCase);

    private static string Spaceless(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');

    private static List<(string, AnswerDocument)> Read()
    {
        var documents = RenderedPdf.Corpus.Take(16)
            .Select(file => PdfReportReader.Read(RenderedPdf.Student(file), new PdfReadLimits(), CancellationToken.None).Content)
            .OfType<ReportContent>().Select(content => AnswerLocator.Locate(content, TypedCorpus.Rubric));
        return [.. documents.Select(d => (string.Join('\n', d.Answers.Select(a => a.Text)), d))];
    }
}
