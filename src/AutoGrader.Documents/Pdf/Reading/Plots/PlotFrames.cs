using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Plots;

/// <summary>
/// Makes pairs of axes from axes with numbers: two that meet, or one and a line that it meets, with something drawn between.
/// </summary>
internal static class PlotFrames
{
    private const double Meeting = 3;
    private const double ShortestSide = 20;
    private const int FewestMarks = 5;

    public static List<Plot> Find(IEnumerable<TickAxis> axes, RawPage page)
    {
        var plots = new List<Plot>();
        foreach (var axis in axes.OrderBy(a => a.IsUpright))
        {
            if (FrameOf(axis, page.Drawing.Lines) is not { } frame)
                continue;
            var same = plots.FindIndex(p => p.Frame.ShareAcross(frame) > 0.8 && p.Frame.ShareDown(frame) > 0.8);
            if (same < 0)
                plots.Add(new Plot(frame, [axis]));
            else
                plots[same] = new Plot(plots[same].Frame.Union(frame), [.. plots[same].Axes, axis]);
        }

        return plots.FindAll(p => HoldsData(p.Frame, page));
    }

    /// <summary>What an axis and the longest line that meets it enclose; <c>null</c> where none does.</summary>
    private static Box? FrameOf(TickAxis axis, IReadOnlyList<RawLine> lines)
    {
        var line = axis.Line;
        var partner = lines
            .Where(l => l.IsUpright != axis.IsUpright && l.Length >= ShortestSide
                && l.At >= line.From - Meeting && l.At <= line.To + Meeting
                && l.From <= line.At + Meeting && l.To >= line.At - Meeting)
            .OrderByDescending(l => l.Length)
            .FirstOrDefault();
        if (partner is null || line.Length < ShortestSide)
            return null;
        return axis.IsUpright
            ? new Box(partner.From, line.From, partner.Length, line.Length)
            : new Box(line.From, partner.From, line.Length, partner.Length);
    }

    /// <summary>A frame with nothing but words in it is a box of a diagram.</summary>
    private static bool HoldsData(Box frame, RawPage page)
    {
        var drawing = page.Drawing;
        return drawing.Curves.Any(c => frame.Holds(c.Box, Meeting) && c.Box.Width > frame.Width / 4)
            || page.Images.Any(i => frame.Holds(i, Meeting) && i.Width > frame.Width / 4)
            || drawing.Areas.Count(a => frame.Holds(a, Meeting) && a.Width * a.Height < 0.6 * frame.Width * frame.Height) >= 2
            || drawing.Curves.Count(c => frame.Holds(c.Box, Meeting)) >= FewestMarks
            || page.Shapes.Count(s => s.Fill is not null && frame.Holds(s.Box, Meeting) && s.Box.Width < frame.Width / 4) >= FewestMarks;
    }
}
