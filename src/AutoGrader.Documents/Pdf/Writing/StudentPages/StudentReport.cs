using UglyToad.PdfPig;

namespace AutoGrader.Documents.Pdf.Writing.StudentPages;

/// <summary>The student's PDF, opened to copy its pages.</summary>
internal sealed class StudentReport : IDisposable
{
    /// <summary>Pages that are copied; a report of a sheet has far fewer.</summary>
    private const int MostPages = 200;

    private StudentReport(PdfDocument document) => (Document, Pages) = (document, PageTree.Pages(document, MostPages));

    public PdfDocument Document { get; }

    public IReadOnlyList<StudentPage> Pages { get; }

    /// <summary>
    /// Opens a file. Throws whatever the PDF library throws: callers treat any exception as a file that cannot be copied.
    /// </summary>
    public static StudentReport Open(byte[] pdf) => new(PdfOpener.Open(pdf, new DamageLog()));

    public void Dispose() => Document.Dispose();
}
