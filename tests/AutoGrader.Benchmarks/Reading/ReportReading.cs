using AutoGrader.Benchmarks.Accuracy;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.Benchmarks.Reading;

/// <summary>A report of the corpus as read.</summary>
/// <param name="Student">Who wrote it, and what was typed.</param>
/// <param name="Document">The located answers; <c>null</c> where the report could not be opened.</param>
/// <param name="HasText">Whether the report has a text layer. A scan has none.</param>
/// <param name="HasName">Whether the student's name was read, every letter right. Running heads are left out, and names in them.</param>
internal sealed record ReportReading(CorpusStudent Student, AnswerDocument? Document, bool HasText, bool HasName)
{
    public static ReportReading Of(CorpusStudent student, byte[] pdf, Rubric rubric)
    {
        var reading = PdfReportReader.Read(pdf, new PdfReadLimits { WallTime = TimeSpan.FromMinutes(2) }, CancellationToken.None);
        return new ReportReading(
            student,
            reading.Content is { } content ? AnswerLocator.Locate(content, rubric) : null,
            reading.Reason?.Code != ReasonCode.NoTextLayer,
            reading.Content?.Blocks.Any(b => Names(b, student)) == true);
    }

    private static bool Names(ReportBlock block, CorpusStudent student) =>
        block.Text.Contains(student.Given, StringComparison.Ordinal) && block.Text.Contains(student.Surname, StringComparison.Ordinal);
}
