using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Plots;

/// <summary>
/// Looks for the labels of axes where they stand: beneath the numbers, beside them, at the ends of the axes. Only where nothing at all
/// stands there a label is missing; whatever else does may be one.
/// </summary>
/// <param name="plot">The axes.</param>
/// <param name="group">All pairs of axes that stand together; one label may serve them all.</param>
/// <param name="surroundings">What stands around.</param>
internal sealed class PlotLabels(Plot plot, PlotGroup group, PlotSurroundings surroundings)
{
    private readonly double _size = plot.Size;

    /// <summary>Text of the page beside a plot is wider than what belongs to the plot there.</summary>
    private readonly double _widestBeside = 0.6 * plot.Frame.Width;
    private readonly double _widestBelow = 1.1 * group.Box.Width;

    /// <summary>The axes.</summary>
    public Plot Plot => plot;

    /// <summary>Around the labels found and all that they label.</summary>
    public Box Box { get; private set; } = group.Box;

    /// <summary>The label of the horizontal axis.</summary>
    public PlotPart Horizontal()
    {
        if (Plot.IsCrossed)
            return Anywhere();
        var axis = Plot.XAxis;
        var zone = HorizontalZone(axis);
        if (axis is not null && surroundings.Labels(zone, _widestBelow) is { Count: > 0 } labels)
            return Found(labels);
        var end = new Box(Plot.Frame.Right, (axis?.Line.At ?? Plot.Frame.Bottom) - 2 * _size, 4 * _size, 4 * _size);
        return Missing(!surroundings.HoldsAnything(zone, _widestBelow) && !surroundings.HoldsWording(end, _widestBeside));
    }

    /// <summary>The label of the vertical axis.</summary>
    public PlotPart Vertical()
    {
        if (Plot.IsCrossed)
            return Anywhere();
        var sides = group.Box with { X = group.Box.X - 5 * _size, Width = group.Box.Width + 10 * _size };
        if (surroundings.Turned(sides) is { Count: > 0 } turned)
            return Found(turned);
        var axis = Plot.YAxis;
        var left = axis is { IsBefore: true } ? axis.NumbersBox.X : Plot.Frame.X;
        var beside = new Box(left - 2.5 * _size, Plot.Frame.Y - _size, 2.5 * _size, Plot.Frame.Height + _size);
        var right = axis is { IsBefore: false } ? beside with { X = axis.NumbersBox.Right } : beside;
        var above = new Box(
            left - 2 * _size, Plot.Outer.Y - 1.6 * _size, Plot.Frame.X - left + 2 * _size + Plot.Frame.Width / 4, 1.6 * _size);
        return Missing(
            !surroundings.HoldsAnything(beside, _widestBeside) && !surroundings.HoldsAnything(right, _widestBeside)
            && !surroundings.HoldsCentre(above));
    }

    private Box HorizontalZone(TickAxis? axis)
    {
        var (x, width) = (group.Box.X - _size, group.Box.Width + 2 * _size);
        if (axis is { IsBefore: false })
            return new Box(x, axis.NumbersBox.Y - 2.5 * _size, width, 2.5 * _size);
        // One label for all of several plots stands farther away; without numbers anything near may be one.
        var reach = axis is null || group.Plots.Count > 1 ? 3.5 : 1.8;
        return new Box(x, (axis?.NumbersBox.Bottom ?? Plot.Frame.Bottom) + 0.1 * _size, width, reach * _size);
    }

    private PlotPart Anywhere() => Missing(!surroundings.HoldsWording(Plot.Outer.Grow(2.5 * _size), double.MaxValue));

    private PlotPart Found(List<PlotWord> words)
    {
        Box = words.Select(w => w.Box).Aggregate(Box, (a, b) => a.Union(b));
        return new PlotPart(PlotPartState.Found, string.Join(' ', words.Select(w => w.Text)));
    }

    private static PlotPart Missing(bool isMissing) => new(isMissing ? PlotPartState.Missing : PlotPartState.Unclear);
}
