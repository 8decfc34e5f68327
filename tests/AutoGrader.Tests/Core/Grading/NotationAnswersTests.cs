using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Grading;

/// <summary>Answers to 3.1, 3.2, 3.3 and 3.6 that were written to deceive what reads notation.</summary>
public sealed class NotationAnswersTests(ITestOutputHelper output)
{
    [Fact]
    public void Answers_that_would_deceive_are_mostly_decided_and_never_wrongly()
    {
        var (lines, errors) = AnswerLines.Read(File.ReadAllText(TestData.Path("graded", "notation.jsonl")), "notation.jsonl");
        Assert.Empty(errors);
        var scored = lines.GroupBy(l => l.Student).SelectMany(Score).ToList();
        foreach (var (line, score) in scored.Where(s => s.Score.NeedsReview || !IsRight(s.Line, s.Score)))
            output.WriteLine($"{line.Student} {score.CriterionId} {score.Points} of {line.Points[score.CriterionId]}: {line.Text}");

        Assert.DoesNotContain(scored, s => !s.Score.NeedsReview && !IsRight(s.Line, s.Score));
        Assert.True(scored.Count(s => !s.Score.NeedsReview) >= 0.8 * scored.Count);
    }

    private static bool IsRight(AnswerLine line, CriterionScore score) => score.Points.Value == line.Points[score.CriterionId];

    private static IEnumerable<(AnswerLine Line, CriterionScore Score)> Score(IGrouping<string?, AnswerLine> own)
    {
        var document = new AnswerDocument
        {
            Language = Language.English,
            Pages = [new PageSize(595, 842)],
            Answers = [.. TypedCorpus.Rubric.Questions.Select(q =>
                MarkdownAnswer.Read(q.Id, own.FirstOrDefault(l => l.QuestionId == q.Id)?.Text))],
        };
        var scores = SubmissionGrader.Grade(document, TypedCorpus.Rubric).Questions.SelectMany(q => q.Criteria)
            .ToDictionary(c => c.CriterionId);
        return own.SelectMany(line => line.Points.Keys.Select(criterion => (line, scores[criterion])));
    }
}
