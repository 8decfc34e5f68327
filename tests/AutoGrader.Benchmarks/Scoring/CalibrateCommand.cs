using AutoGrader.Benchmarks.Accuracy;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;

namespace AutoGrader.Benchmarks.Scoring;

/// <summary>
/// Makes the calibration that is shipped: from graded answers of students nothing was developed for, and the corpora's reports.
/// </summary>
internal static class CalibrateCommand
{
    public static void Run(IReadOnlyList<string> files, ScoringOptions options, TextWriter output)
    {
        var rubric = SheetRubric.Read(options.Rubric!);
        var honest = files.SelectMany(JsonLines.Read)
            .Where(l => l.Points.Count > 0)
            .Select(l => new HonestAnswer(l.Student ?? $"line {l.Line}", new GradedAnswer(l.QuestionId, l.Text.Trim(), l.Points)))
            .ToList();
        var texts = honest.Select(h => (h.Answer.QuestionId, h.Answer.Text)).ToHashSet();
        var known = options.Answers
            .Select(l => new GradedAnswer(l.QuestionId, l.Text.Trim(), l.Points))
            .Where(a => !texts.Contains((a.QuestionId, a.Text)));
        var stages = new Calibrator(rubric, known, honest).Run();
        output.Write(new CalibrationData(stages, [.. Reliabilities(rubric, stages)]).Write());
    }

    // Nothing is learnt for these; how often their graders are right when they say so is counted in reports.
    private static IEnumerable<Reliability> Reliabilities(Rubric rubric, IReadOnlyList<CalibrationStage> stages)
    {
        var model = TrainingSet.Read(rubric, []).Train(new CalibrationData(stages, []), silentErrorTarget: 1);
        var cases = new[] { "corpus", "holdout" }.Select(f => CorpusFolder.Open(TestData.Path(f)))
            .SelectMany(corpus => corpus.Students.SelectMany(s => Decided(rubric, model, s, corpus.ReadPdf(s))));
        return cases.GroupBy(c => c.Sort).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Reliability(g.Key, g.Count(c => c.IsRight), g.Count(c => !c.IsRight)));
    }

    private static IEnumerable<(string Sort, bool IsRight)> Decided(Rubric rubric, ScoringModel model, CorpusStudent student, byte[] pdf)
    {
        if (PdfReportReader.Read(pdf, new PdfReadLimits(), CancellationToken.None).Content is not { } content)
            return [];
        var document = AnswerLocator.Locate(content, rubric);
        return from question in SubmissionGrader.Grade(document, rubric, model).Questions
               let state = document.Answers.Single(a => a.QuestionId == question.QuestionId).State
               let isMatrix = rubric.Questions.Single(q => q.Id == question.QuestionId).Criteria.Any(c => c is MatrixCriterion)
               where state == AnswerState.Missing || (isMatrix && state == AnswerState.Found)
               from score in question.Criteria
               where !score.NeedsReview
               let truth = student.Truth.GetValueOrDefault(score.CriterionId)
               select (state == AnswerState.Missing ? Reliability.NoAnswer : "matrix", score.Points.Value == truth);
    }
}
