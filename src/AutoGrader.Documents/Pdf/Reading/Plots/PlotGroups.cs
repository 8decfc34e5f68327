using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Plots;

/// <summary>Pairs of axes that stand together.</summary>
/// <param name="Plots">The pairs, scales of colours left out.</param>
/// <param name="HasColourBar">Whether a scale of colours stands among them.</param>
internal sealed record PlotGroup(IReadOnlyList<Plot> Plots, bool HasColourBar)
{
    /// <summary>Around all of them.</summary>
    public Box Box { get; } = Plots.Select(p => p.Outer).Aggregate((a, b) => a.Union(b));

    /// <summary>Whether none stands below: others may share the axis of the lowest.</summary>
    public bool IsLowest(Plot plot) =>
        !Plots.Any(o => o.Frame.Y >= plot.Frame.Bottom - 1 && o.Frame.ShareAcross(plot.Frame) > 0);

    /// <summary>Whether none stands left.</summary>
    public bool IsLeftmost(Plot plot) =>
        !Plots.Any(o => o.Frame.Right <= plot.Frame.X + 1 && o.Frame.ShareDown(plot.Frame) > 0);
}

/// <summary>Puts together what stands together.</summary>
internal static class PlotGroups
{
    private const double Beside = 80;
    private const double Below = 60;

    public static IEnumerable<PlotGroup> Of(List<Plot> plots)
    {
        var open = plots.OrderBy(p => p.Frame.Y).ThenBy(p => p.Frame.X).ToList();
        while (open.Count > 0)
        {
            var group = new List<Plot> { open[0] };
            open.RemoveAt(0);
            for (var i = 0; i < group.Count; i++)
            {
                group.AddRange(open.Where(o => AreTogether(group[i].Frame, o.Frame)));
                open.RemoveAll(group.Contains);
            }

            var bars = group.RemoveAll(p => p.IsColourBar);
            if (group.Count > 0)
                yield return new PlotGroup(group, bars > 0);
        }
    }

    private static bool AreTogether(Box a, Box b) =>
        (a.ShareDown(b) > 0.5 && Math.Max(a.X, b.X) - Math.Min(a.Right, b.Right) < Beside)
        || (a.ShareAcross(b) > 0.5 && Math.Max(a.Y, b.Y) - Math.Min(a.Bottom, b.Bottom) < Below);
}
