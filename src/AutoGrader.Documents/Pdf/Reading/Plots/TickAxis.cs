using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Plots;

/// <summary>The line of an axis with its numbers.</summary>
/// <param name="IsUpright">Whether it is the vertical axis.</param>
/// <param name="IsBefore">Whether its numbers stand on the usual side: left of an upright line, below a level one.</param>
/// <param name="Line">The line.</param>
/// <param name="Numbers">Its numbers.</param>
internal sealed record TickAxis(bool IsUpright, bool IsBefore, AxisLine Line, IReadOnlyList<PlotWord> Numbers)
{
    /// <summary>The size of its numbers.</summary>
    public double Size { get; } = Numbers[0].Size;

    /// <summary>Around its numbers.</summary>
    public Box NumbersBox { get; } = Numbers.Select(n => n.Box).Aggregate((a, b) => a.Union(b));
}

/// <summary>Where the line of an axis runs.</summary>
/// <param name="At">Its distance from the left edge where it is upright, from the upper edge where it is level.</param>
/// <param name="From">Where it begins: above or left.</param>
/// <param name="To">Where it ends.</param>
internal sealed record AxisLine(double At, double From, double To)
{
    public double Length => To - From;
}
