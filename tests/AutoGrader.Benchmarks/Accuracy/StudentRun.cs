using System.Diagnostics;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>What the pipeline made of one report.</summary>
/// <param name="Student">The student.</param>
/// <param name="Reading">What was read.</param>
/// <param name="Document">The located answers; <c>null</c> where nothing was read.</param>
/// <param name="Assessment">The scores; <c>null</c> where nothing was read.</param>
/// <param name="Times">Time for reading, locating and grading.</param>
internal sealed record StudentRun(
    CorpusStudent Student, PdfReadResult Reading, AnswerDocument? Document, Assessment? Assessment, TimeSpan[] Times)
{
    public static StudentRun Of(CorpusStudent student, byte[] pdf, Rubric rubric, ScoringModel model)
    {
        var start = Stopwatch.GetTimestamp();
        var reading = PdfReportReader.Read(pdf, new PdfReadLimits(), CancellationToken.None);
        var read = Stopwatch.GetTimestamp();
        var document = reading.Content is { } content ? AnswerLocator.Locate(content, rubric) : null;
        var located = Stopwatch.GetTimestamp();
        var assessment = document is null ? null : SubmissionGrader.Grade(document, rubric, model);
        TimeSpan[] times =
            [Stopwatch.GetElapsedTime(start, read), Stopwatch.GetElapsedTime(read, located), Stopwatch.GetElapsedTime(located)];
        return new StudentRun(student, reading, document, assessment, times);
    }
}
