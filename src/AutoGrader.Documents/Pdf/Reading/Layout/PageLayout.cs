using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Mathematics;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>From what is drawn on a page to its lines in reading order.</summary>
internal static class PageLayout
{
    /// <summary>The lines of a page, and what is to be said about it.</summary>
    public static (List<TextLine> Lines, List<ReadingRemark> Remarks) Read(RawPage page, CancellationToken stop)
    {
        var (visible, hidden) = HiddenText.Split(page);
        var letters = LetterRepair.Repair(visible, page.Number);
        var atoms = RuledTables.Build(BracketBuilder.Build(Bars.Build(letters, page), page.Shapes), page.Shapes);
        var lines = new List<TextLine>();
        var shades = page.Shapes.Where(IsShade).Select(s => s.Box).ToList();
        foreach (var (column, runs) in ColumnFinder.Split(atoms, page.Size.Width))
        {
            foreach (var line in LineBuilder.Build(runs, stop))
            {
                // A prompt beside a code cell stands outside its shade: the line's end decides.
                var end = line.MaxBy(a => a.Right)!;
                lines.Add(new TextLine(page.Number, line) { Column = column, Shaded = shades.Any(s => Holds(s, end)) });
            }
        }

        return (lines, PageRemarks.Of(page, visible, hidden, letters));
    }

    private static bool IsShade(RawShape shape) =>
        shape.Fill is { } fill && shape.Box is { Width: > 60, Height: > 8 } && fill.DistanceTo(new Rgb(1, 1, 1)) is > 0.01 and < 0.35;

    private static bool Holds(Box area, Atom atom) =>
        area.X <= atom.Centre && area.Right >= atom.Centre && area.Y <= atom.Axis && area.Bottom >= atom.Axis;
}
