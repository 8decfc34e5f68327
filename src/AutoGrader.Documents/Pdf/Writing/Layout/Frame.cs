using AutoGrader.Core.Feedback;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Documents.Pdf.Writing.Objects;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>Where a block is laid out: a column of the page and an element of the document's structure.</summary>
/// <param name="Left">The column's left edge.</param>
/// <param name="Width">The column's width.</param>
/// <param name="Parent">The element that the block's own elements are added to.</param>
/// <param name="Outline">Where headings are entered.</param>
internal sealed record Frame(double Left, double Width, StructureElement Parent, Outline Outline)
{
    public double Right => Left + Width;

    /// <summary>A narrower column.</summary>
    public Frame Inset(double left, double right, StructureElement parent) =>
        this with { Left = Left + left, Width = Width - left - right, Parent = parent };
}

/// <summary>The formats of text.</summary>
internal static class Formats
{
    public static readonly TextFormat Body = new(Face.Regular, 9.5, Palette.Text);
    public static readonly TextFormat Strong = Body with { Face = Face.Bold };
    public static readonly TextFormat Small = new(Face.Regular, 8.5, Palette.Muted);
    public static readonly TextFormat Verbatim = new(Face.Mono, 8.5, Palette.Text);
    public static readonly TextFormat Label = new(Face.Bold, 8, Palette.Muted);

    public static TextFormat Of(TextStyle style) => style switch
    {
        TextStyle.Bold => Strong,
        TextStyle.Muted => Small,
        TextStyle.Verbatim => Verbatim,
        _ => Body,
    };

    public static TextFormat Of(TextRun run) =>
        run.Tone == Tone.Neutral ? Of(run.Style) : Of(run.Style) with { Color = Palette.Of(run.Tone) };
}
