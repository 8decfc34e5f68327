using System.Text.Json;
using AutoGrader.Benchmarks.Accuracy;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Benchmarks.Scoring;

/// <summary>
/// Scores typed answers of JSON lines. Where lines are graded, each student is scored by what was learnt from the others, and the
/// agreement is printed; for the others a line of JSON each, with points and confidence.
/// </summary>
internal static class ScoringCommand
{
    public static void Run(string file, ScoringOptions options, TextWriter output)
    {
        var lines = JsonLines.Read(file);
        IReadOnlyList<AnswerLine> all = [.. lines, .. options.Answers];
        var rubric = SheetRubric.ReadOr(options.Rubric, all);
        var grades = new Grades(rubric, all, options.Calibration, options.Target);
        var outcomes = new List<CriterionOutcome>();
        foreach (var own in lines.Where(l => !l.IsReference).GroupBy(l => l.Student ?? $"line {l.Line}"))
        {
            var model = grades.Without(own.Key, own.ToLookup(l => l.QuestionId, l => l.Text.Trim()), options.Graded);
            foreach (var line in own)
            {
                var scores = Score(line, own, rubric, model);
                foreach (var score in line.Points.Count == 0 ? scores : [])
                    output.WriteLine(Prediction(line, score));
                var points = options.Rubric is null ? AnswersOnly.PointsOf(line) : line.Points;
                outcomes.AddRange(scores.Where(s => points.ContainsKey(s.CriterionId)).Select(s => CriterionOutcome.Of(
                    s, points[s.CriterionId], own.Key, line.Language ?? "", line.QuestionId, line.Text)));
            }
        }

        if (outcomes.Count > 0)
            new OutcomeTables(outcomes, output).Print();
    }

    private static IReadOnlyList<CriterionScore> Score(
        AnswerLine line, IGrouping<string, AnswerLine> own, Rubric rubric, ScoringModel model)
    {
        var question = rubric.Questions.SingleOrDefault(q => q.Id == line.QuestionId)
            ?? throw new InvalidDataException($"Line {line.Line}: neither rubric nor graded answers know a question '{line.QuestionId}'.");
        var document = new AnswerDocument
        {
            Language = Language.English,
            Pages = [new PageSize(1, 1)],
            // Letters defined under one question are used under others.
            Answers = [.. own.OrderBy(l => l != line).Select(l => MarkdownAnswer.Read(l.QuestionId, l.Text))],
        };
        return SubmissionGrader.Grade(document, rubric with { Questions = [question] }, model).Questions.Single().Criteria;
    }

    private static string Prediction(AnswerLine line, CriterionScore score) => JsonSerializer.Serialize(new
    {
        line = line.Line,
        student = line.Student,
        question = line.QuestionId,
        criterion = score.CriterionId,
        points = score.Points.Value,
        confidence = Math.Round(score.Confidence, CalibrationData.Decimals),
        review = score.NeedsReview,
    });
}
