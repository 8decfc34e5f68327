using AutoGrader.Benchmarks.Accuracy;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Benchmarks.Scoring;

/// <summary>Scores typed answers of JSON lines and prints how well the points agree with those given.</summary>
internal static class ScoringCommand
{
    public static int Run(string file, string[] options, TextWriter output, TextWriter errors)
    {
        var (lines, faults) = AnswerLines.Read(File.ReadAllText(file), file);
        foreach (var fault in faults)
            errors.WriteLine(fault);
        if (faults.Count > 0)
            return 1;
        var rubric = options is ["--rubric", var path] ? SheetRubric.Read(path) : SheetRubric.Read();
        new OutcomeTables([.. lines.SelectMany(l => Score(l, rubric))], output).Print();
        return 0;
    }

    private static IEnumerable<CriterionOutcome> Score(AnswerLine line, Rubric rubric)
    {
        var question = rubric.Questions.Single(q => q.Id == line.QuestionId);
        var document = new AnswerDocument
        {
            Language = Language.English,
            Pages = [new PageSize(1, 1)],
            Answers = [MarkdownAnswer.Read(line.QuestionId, line.Text)],
        };
        return SubmissionGrader.Grade(document, rubric with { Questions = [question] }).Questions.Single().Criteria
            .Where(c => line.Points.ContainsKey(c.CriterionId))
            .Select(c => CriterionOutcome.Of(
                c, line.Points[c.CriterionId], line.Student ?? $"line {line.Line}", line.Language ?? "", question.Id, line.Text));
    }
}
