using AutoGrader.Benchmarks.Accuracy;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Benchmarks.Scoring;

/// <summary>
/// Scores typed answers of JSON lines. Where lines are graded, each student is scored by what was learnt from the others, and the
/// agreement is printed.
/// </summary>
internal static class ScoringCommand
{
    public static void Run(string file, ScoringOptions options, TextWriter output)
    {
        var lines = JsonLines.Read(file);
        var rubric = SheetRubric.Read(options.Rubric!);
        var grades = new Grades(rubric, [.. lines, .. options.Answers], options.Calibration, options.Target);
        var outcomes = new List<CriterionOutcome>();
        foreach (var own in lines.GroupBy(l => l.Student ?? $"line {l.Line}"))
        {
            var model = grades.Without(own.Key, own.ToLookup(l => l.QuestionId, l => l.Text.Trim()), options.Graded);
            outcomes.AddRange(own.SelectMany(l => Score(l, own.Key, rubric, model)));
        }

        new OutcomeTables(outcomes, output).Print();
    }

    private static IEnumerable<CriterionOutcome> Score(AnswerLine line, string student, Rubric rubric, ScoringModel model)
    {
        var question = rubric.Questions.Single(q => q.Id == line.QuestionId);
        var document = new AnswerDocument
        {
            Language = Language.English,
            Pages = [new PageSize(1, 1)],
            Answers = [MarkdownAnswer.Read(line.QuestionId, line.Text)],
        };
        return SubmissionGrader.Grade(document, rubric with { Questions = [question] }, model).Questions.Single().Criteria
            .Where(c => line.Points.ContainsKey(c.CriterionId))
            .Select(c => CriterionOutcome.Of(c, line.Points[c.CriterionId], student, line.Language ?? "", question.Id, line.Text));
    }
}
