using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>The direction in which text runs on the page as displayed.</summary>
internal enum TextDirection
{
    /// <summary>As usual.</summary>
    Right,

    /// <summary>From bottom to top: the page lies on its right side.</summary>
    Up,

    /// <summary>Upside down.</summary>
    Left,

    /// <summary>From top to bottom: the page lies on its left side.</summary>
    Down,
}

/// <summary>
/// A page may be displayed sideways. It is read as a person would turn it; the places found are given on the page as displayed.
/// </summary>
/// <param name="Direction">Where the text runs on the page as displayed.</param>
/// <param name="Displayed">The page as displayed.</param>
internal sealed record PageTurn(TextDirection Direction, PageSize Displayed)
{
    /// <summary>The page turned so that text runs to the right.</summary>
    public PageSize Reading =>
        Direction is TextDirection.Right or TextDirection.Left ? Displayed : new PageSize(Displayed.Height, Displayed.Width);

    /// <summary>
    /// From the library's coordinates (origin bottom left of the page as displayed) to the turned page (origin top left).
    /// </summary>
    public (double X, double Y) ToReading(double x, double y) => Direction switch
    {
        TextDirection.Up => (y, x),
        TextDirection.Left => (Displayed.Width - x, y),
        TextDirection.Down => (Displayed.Height - y, Displayed.Width - x),
        _ => (x, Displayed.Height - y),
    };

    /// <summary>From the turned page to the page as displayed, both with origin top left.</summary>
    public Box ToDisplayed(Box box) => Direction switch
    {
        TextDirection.Up => new Box(box.Y, Displayed.Height - box.Right, box.Height, box.Width),
        TextDirection.Left => new Box(Displayed.Width - box.Right, Displayed.Height - box.Bottom, box.Width, box.Height),
        TextDirection.Down => new Box(Displayed.Width - box.Bottom, box.X, box.Height, box.Width),
        _ => box,
    };

    /// <summary>A block with its places on the pages as displayed.</summary>
    public static ReportBlock ToDisplayed(ReportBlock block, IReadOnlyList<PageTurn> turns) => block with
    {
        Lines = [.. block.Lines.Select(l => l with { Box = turns[l.Page - 1].ToDisplayed(l.Box) })],
        Matrices = [.. block.Matrices.Select(m => m with
        {
            Box = turns[m.Page - 1].ToDisplayed(m.Box),
            Entries = [.. m.Entries.Select(e => e with { Box = turns[m.PageOf(e) - 1].ToDisplayed(e.Box) })],
        })],
    };
}
