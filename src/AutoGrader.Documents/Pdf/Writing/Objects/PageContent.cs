using System.Globalization;
using System.Text;
using AutoGrader.Documents.Pdf.Writing.Layout;

namespace AutoGrader.Documents.Pdf.Writing.Objects;

/// <summary>
/// What is drawn on one page, or in the appearance of one mark. Coordinates are those of a reader: origin top left, y downwards, in points.
/// </summary>
internal sealed class PageContent(DocumentFonts fonts, double height)
{
    private readonly StringBuilder operators = new();

    /// <summary>The elements of the marked pieces of content, by number.</summary>
    public List<StructureElement> Marked { get; } = [];

    /// <summary>The operators drawn so far.</summary>
    public string Operators => operators.ToString();

    /// <summary>Draws something that belongs to the document's structure.</summary>
    public void As(StructureElement element, Action draw)
    {
        if (ReferenceEquals(element, StructureElement.Artifact))
        {
            AsArtifact(draw);
            return;
        }

        operators.Append(CultureInfo.InvariantCulture, $"/{element.Role}<</MCID {Marked.Count}>>BDC\n");
        element.Kids.Add(new ContentPiece(this, Marked.Count));
        Marked.Add(element);
        draw();
        operators.Append("EMC\n");
    }

    /// <summary>Draws something that is mere layout: lines, fills, page numbers.</summary>
    public void AsArtifact(Action draw)
    {
        operators.Append("/Artifact BMC\n");
        draw();
        operators.Append("EMC\n");
    }

    /// <summary>Sets one line of printable text.</summary>
    public void Text(double x, double baseline, string text, TextFormat format)
    {
        if (text.Length == 0)
            return;
        operators.Append(CultureInfo.InvariantCulture, $"BT {format.Color.Fill} 1 0 0 1 {PdfSyntax.Lengths(x, height - baseline)} Tm\n");
        foreach (var (face, codes) in fonts.Encode(text, format.Face))
            operators.Append(CultureInfo.InvariantCulture,
                $"/{DocumentFonts.ResourceName(face)} {PdfSyntax.Length(format.Size)} Tf <{codes}> Tj\n");
        operators.Append("ET\n");
    }

    /// <summary>Fills a rectangle.</summary>
    public void Fill(double x, double y, double width, double tall, Ink color) =>
        operators.Append(CultureInfo.InvariantCulture, $"{color.Fill} {Rectangle(x, y, width, tall)} f\n");

    /// <summary>Draws the outline of a rectangle.</summary>
    public void Outline(double x, double y, double width, double tall, Stroke stroke) =>
        operators.Append(CultureInfo.InvariantCulture, $"q {stroke.Operators} {Rectangle(x, y, width, tall)} S Q\n");

    /// <summary>Draws a line.</summary>
    public void Line(double fromX, double fromY, double toX, double toY, Stroke stroke) => operators.Append(
        CultureInfo.InvariantCulture,
        $"q {stroke.Operators} {PdfSyntax.Lengths(fromX, height - fromY)} m {PdfSyntax.Lengths(toX, height - toY)} l S Q\n");

    /// <summary>Fills a rectangle with slanting lines: told from a filled one without colour.</summary>
    public void Hatch(double x, double y, double width, double tall, Ink color)
    {
        operators.Append(CultureInfo.InvariantCulture, $"q {Rectangle(x, y, width, tall)} W n {new Stroke(color, 1.1).Operators}\n");
        for (var start = x - tall; start < x + width; start += 3.2)
            operators.Append(
                CultureInfo.InvariantCulture,
                $"{PdfSyntax.Lengths(start, height - y - tall)} m {PdfSyntax.Lengths(start + tall, height - y)} l S\n");
        operators.Append("Q\n");
    }

    private string Rectangle(double x, double y, double width, double tall) => PdfSyntax.Lengths(x, height - y - tall, width, tall) + " re";
}
