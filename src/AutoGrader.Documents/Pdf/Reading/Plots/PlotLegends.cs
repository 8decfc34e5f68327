using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Plots;

/// <summary>Tells curves apart and looks for what says which is which.</summary>
internal static class PlotLegends
{
    /// <summary>More looks than this are a scale of colours, as those of contours are.</summary>
    private const int MostCurves = 6;

    /// <summary>A legend has fewer; a curve of dashes may have many.</summary>
    private const int MostSamples = 500;

    private const double SameColour = 0.04;

    /// <summary>The looks of the curves in a pair of axes.</summary>
    public static List<LineLook> Curves(Plot plot, RawDrawing drawing)
    {
        var looks = new List<(LineLook Look, Box Box)>();
        foreach (var curve in drawing.Curves.Where(c => plot.Frame.Holds(c.Box, 2)))
        {
            var same = looks.FindIndex(l => AreAlike(l.Look, curve.Look));
            if (same < 0)
                looks.Add((curve.Look, curve.Box));
            else
                looks[same] = (looks[same].Look, looks[same].Box.Union(curve.Box));
            if (looks.Count > 2 * MostCurves)
                break;
        }

        return [.. looks.Where(l => l.Box.Width > plot.Frame.Width / 4).Select(l => l.Look)];
    }

    /// <summary>The legend of a pair of axes.</summary>
    /// <param name="plot">The axes.</param>
    /// <param name="looks">The looks of its curves.</param>
    /// <param name="drawing">What is drawn on the page.</param>
    /// <param name="phrases">What is written around.</param>
    public static PlotPart Find(Plot plot, List<LineLook> looks, RawDrawing drawing, IReadOnlyList<PlotWord> phrases)
    {
        if (looks.Count is < 2 or > MostCurves)
            return new PlotPart(PlotPartState.Unclear);
        var around = plot.Outer.Grow(8 * plot.Size);
        var samples = drawing.Lines
            .Where(l => !l.IsUpright && l.Look is { } look && looks.Exists(c => AreAlike(c, look)) && l.Length < plot.Frame.Width / 4)
            .Select(l => new Box(l.From, l.At, l.Length, 0)).Where(s => around.Touches(s)).Take(MostSamples).ToList();
        var near = phrases.Where(p => around.Touches(p.Box) && p.Text.Any(char.IsLetterOrDigit)).ToList();
        var entries = near.FindAll(p => samples.Exists(s =>
            Math.Abs(p.Middle - s.Y) < 0.6 * p.Size && p.Box.X - s.Right < 2 * p.Size && s.X - p.Box.Right < 2 * p.Size));
        if (entries.Count > 0)
            return new PlotPart(PlotPartState.Found, string.Join(", ", entries.Select(e => e.Text)));
        var beside = new Box(plot.Frame.Right, plot.Frame.Y, 8 * plot.Size, plot.Frame.Height);
        var mayTell = plot.Axes.Count(a => a.IsUpright) > 1 || samples.Count > 0
            || near.Exists(p => p.IsWording
                && (plot.Frame.Touches(p.Box) || (beside.Touches(p.Box) && p.Box.Width < 0.6 * plot.Frame.Width)))
            || near.Exists(p => p.Colour is { } colour && colour.DistanceTo(default) > 0.1
                && looks.Exists(l => l.Colour?.DistanceTo(colour) < SameColour));
        return new PlotPart(mayTell ? PlotPartState.Unclear : PlotPartState.Missing);
    }

    private static bool AreAlike(LineLook a, LineLook b) =>
        a.Dash == b.Dash && (a.Colour, b.Colour) switch
        {
            ({ } first, { } second) => first.DistanceTo(second) < SameColour,
            (null, null) => true,
            _ => false,
        };
}
