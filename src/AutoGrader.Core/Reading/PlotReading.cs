namespace AutoGrader.Core.Reading;

/// <summary>
/// A plot drawn as lines: one pair of axes, or several that stand together. Plots that are images, and drawings without axes, are none.
/// </summary>
/// <param name="Page">Page number from 1.</param>
/// <param name="Box">Around the axes with their numbers and labels.</param>
public sealed record PlotReading(int Page, Box Box)
{
    /// <summary>What the horizontal axis shows.</summary>
    public required PlotPart XLabel { get; init; }

    /// <summary>What the vertical axis shows.</summary>
    public required PlotPart YLabel { get; init; }

    /// <summary>Which curve shows what.</summary>
    public required PlotPart Legend { get; init; }

    /// <summary>How many curves colour or dashes tell apart, in the pair of axes that has the most.</summary>
    public int Curves { get; init; }
}

/// <summary>A part that belongs to a plot.</summary>
/// <param name="State">Whether it is there.</param>
/// <param name="Text">What it says; <c>null</c> where that was not read.</param>
public sealed record PlotPart(PlotPartState State, string? Text = null);

/// <summary>Whether a part of a plot is there.</summary>
public enum PlotPartState
{
    /// <summary>Something stands in its place that may be it.</summary>
    Unclear,

    /// <summary>It was found.</summary>
    Found,

    /// <summary>Nothing stands where it would.</summary>
    Missing,
}
