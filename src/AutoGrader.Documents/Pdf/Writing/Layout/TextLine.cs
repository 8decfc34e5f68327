using AutoGrader.Documents.Pdf.Writing.Objects;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>A line of text, broken and measured.</summary>
internal sealed class TextLine
{
    private const double Leading = 1.4;

    private readonly List<(double X, string Text, TextFormat Format)> pieces = [];

    public double Width { get; private set; }

    /// <summary>The text without its formats.</summary>
    public string Text => string.Concat(pieces.Select(p => p.Text));

    public bool IsEmpty => pieces.Count == 0;

    /// <summary>From this line's top to the next one's.</summary>
    public double Height => Size * Leading;

    private double Size { get; set; }

    /// <summary>Draws the line with its top and left edge at the given point.</summary>
    public void Draw(PageContent page, double left, double top)
    {
        // Ascenders and descenders of DejaVu take 0.93 and 0.24 of the size; the rest of the leading is halved above and below.
        var baseline = top + Size * (0.93 + (Leading - 1.17) / 2);
        foreach (var (x, text, format) in pieces)
            page.Text(left + x, baseline, text, format);
    }

    /// <summary>Appends text; the same format as before continues the last piece.</summary>
    public void Append(string text, TextFormat format)
    {
        if (pieces.Count > 0 && pieces[^1].Format == format)
            pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + text };
        else
            pieces.Add((Width, text, format));
        Width += Fonts.Width(text, format.Face, format.Size);
        Size = Math.Max(Size, format.Size);
    }

    /// <summary>Gives an empty line the height of a format.</summary>
    public TextLine AtLeast(TextFormat format)
    {
        if (IsEmpty)
            Size = format.Size;
        return this;
    }
}
