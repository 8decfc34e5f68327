using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Grading;

/// <summary>A report on another sheet than the one the grader was built on, made with LaTeX: <c>tests/Data/seq-sheet-02</c>.</summary>
public sealed class SecondSheetTests
{
    private static readonly Lazy<IReadOnlyList<CriterionScore>> Scores = new(Grade);

    [Fact]
    public void Every_criterion_earns_what_a_person_gave() => Assert.Equal(
        "1.1a 1, 1.1b 0.5, 1.1c 1, 1.2a 2, 1.2b 1, 1.3a 1, 2.1a 1, 2.1b 0.5, 2.1c 1, 3.1a 1.5, 3.2a 1, 3.2b 1",
        string.Join(", ", Scores.Value.Select(s => $"{s.CriterionId} {s.Points}")));

    [Theory]
    [InlineData("1.1b", "relu_forgotten")]
    [InlineData("2.1b", "mask_forgotten")]
    public void Mistake_is_named(string criterion, string mistake) => Assert.Equal(mistake, Of(criterion).Mistake);

    [Theory]
    [InlineData("1.1c")]
    [InlineData("2.1c")]
    public void Error_is_charged_once_and_carried_forward(string criterion) => Assert.True(Of(criterion).CarriedForward);

    [Fact]
    public void Free_text_goes_to_a_person_as_long_as_few_answers_teach() =>
        Assert.Equal(["1.3a"], Scores.Value.Where(s => s.NeedsReview).Select(s => s.CriterionId));

    private static CriterionScore Of(string criterion) => Scores.Value.Single(s => s.CriterionId == criterion);

    private static IReadOnlyList<CriterionScore> Grade()
    {
        var path = TestData.InRepository("rubrics", "seq-sheet-02.yaml");
        var rubric = RubricReader.Read(File.ReadAllText(path), path).Version!.Rubric;
        var pdf = File.ReadAllBytes(TestData.Path("seq-sheet-02", "Noether-10230518.pdf"));
        var content = PdfReportReader.Read(pdf, new PdfReadLimits(), TestContext.Current.CancellationToken).Content!;
        return [.. SubmissionGrader.Grade(AnswerLocator.Locate(content, rubric), rubric).Questions.SelectMany(q => q.Criteria)];
    }
}
