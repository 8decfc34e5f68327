using System.Text;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Writing.Objects;

namespace AutoGrader.Documents.Pdf.Writing.StudentPages;

/// <summary>
/// Writes marks as annotations with an appearance of their own (ISO 32000-1, 12.5.5): the student's page stays as it is, whatever state
/// its own operators leave behind, and a viewer can show and read out each mark's note.
/// </summary>
internal sealed class MarkWriter(PdfFile file, DocumentFonts fonts, int resources)
{
    // Printed (4), read-only (64), locked (128).
    private const string Flags = "196";

    /// <summary>The annotations of one page: references, a blank before each.</summary>
    public string Write(StudentPage page, IEnumerable<PageMark> marks)
    {
        var drawing = new MarkDrawing(page);
        var references = new StringBuilder();
        var number = 0;
        foreach (var mark in marks)
            references.Append(' ').Append(PdfSyntax.Reference(Write(page, mark, drawing.Place(mark), ++number)));
        return references.ToString();
    }

    private int Write(StudentPage page, PageMark mark, (Box Frame, Box? Tag) place, int number)
    {
        var line = MarkDrawing.Line(mark.Tone);
        var content = new PageContent(fonts, page.Height);
        MarkDrawing.Draw(content, mark, place.Frame, place.Tag);
        var whole = Widen(place.Tag is { } tag ? place.Frame.Union(tag) : place.Frame, line.Width);
        var rectangle = page.ToOwnCoordinates(whole);
        var appearance = file.AddStream(
            $"/Type/XObject/Subtype/Form/BBox[{rectangle}]/Resources {PdfSyntax.Reference(resources)}",
            Encoding.ASCII.GetBytes($"q {page.FromDisplay} cm\n{content.Operators}Q\n"));
        return file.Add(
            $"<</Type/Annot/Subtype/Square/Rect[{rectangle}]/RD[{page.Differences(whole, place.Frame)}]/F {Flags}"
            + $"/Contents {PdfSyntax.Text(mark.Note)}/T {PdfSyntax.Text("AutoGrader")}/NM(autograder-{PdfSyntax.Number(number)})"
            + $"/C[{line.Color.Components}]/BS<</W {PdfSyntax.Length(line.Width)}>>/AP<</N {PdfSyntax.Reference(appearance)}>>>>");
    }

    private static Box Widen(Box box, double by) => new(box.X - by, box.Y - by, box.Width + 2 * by, box.Height + 2 * by);
}
