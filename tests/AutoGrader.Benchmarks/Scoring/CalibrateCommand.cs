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
        var lines = files.SelectMany(JsonLines.Read).Where(l => l.Points.Count > 0).ToList();
        var rubric = SheetRubric.ReadOr(options.Rubric, [.. lines, .. options.Answers]);
        var honest = lines.ConvertAll(l => new HonestAnswer(l.Student ?? $"line {l.Line}", AsGraded(l)));
        var texts = honest.Select(h => (h.Answer.QuestionId, h.Answer.Text)).ToHashSet();
        var known = options.Answers
            .Select(AsGraded)
            .Where(a => !texts.Contains((a.QuestionId, a.Text)));
        var stages = new Calibrator(rubric, known, honest).Run();
        output.Write(new CalibrationData(stages, options.Rubric is null ? [] : [.. Reliabilities(rubric, stages)]).Write());
    }

    private static GradedAnswer AsGraded(AnswerLine line) => new(line.QuestionId, line.Text.Trim(), AnswersOnly.PointsOf(line));

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
               from score in question.Criteria
               let criterion = rubric.Questions.SelectMany(q => q.Criteria).Single(c => c.Id == score.CriterionId)
               where state == AnswerState.Missing || (criterion is not ConceptCriterion && state == AnswerState.Found)
               where !score.NeedsReview
               let truth = student.Truth.GetValueOrDefault(score.CriterionId)
               select (state == AnswerState.Missing ? Reliability.NoAnswer : criterion.Kind, score.Points.Value == truth);
    }
}
