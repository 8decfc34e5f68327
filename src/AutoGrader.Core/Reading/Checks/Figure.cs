namespace AutoGrader.Core.Reading.Checks;

/// <summary>A figure of a report.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Box">Where it stands.</param>
/// <param name="Caption">The caption found above or below it; <c>null</c> where there is none.</param>
public sealed record Figure(int Page, Box Box, string? Caption)
{
    /// <summary>What was read of it; <c>null</c> where it is an image, in which nothing can be read.</summary>
    public PlotReading? Plot { get; init; }

    /// <summary>Whether its middle lies in the upper half of the page as displayed.</summary>
    public bool IsAbove { get; init; }

    /// <summary>What it lacks for certain.</summary>
    public IReadOnlyList<FigurePart> Missing { get; init; } = [];
}

/// <summary>What belongs to a figure.</summary>
public enum FigurePart
{
    /// <summary>What the horizontal axis shows.</summary>
    XLabel,

    /// <summary>What the vertical axis shows.</summary>
    YLabel,

    /// <summary>Which curve shows what.</summary>
    Legend,

    /// <summary>A line that begins with “Figure” or the like.</summary>
    Caption,
}
