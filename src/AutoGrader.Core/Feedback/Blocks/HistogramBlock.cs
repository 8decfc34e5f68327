namespace AutoGrader.Core.Feedback.Blocks;

/// <summary>A distribution in two stacked parts: what is decided, and what is still a suggestion.</summary>
public sealed record HistogramBlock : FeedbackBlock
{
    /// <summary>What is shown, one sentence; also its description for those who cannot see it.</summary>
    public required string Caption { get; init; }

    /// <summary>What is counted along the horizontal axis.</summary>
    public required string AxisTitle { get; init; }

    /// <summary>What the lower part of each bar counts.</summary>
    public required string DecidedTitle { get; init; }

    /// <summary>What the upper part of each bar counts.</summary>
    public required string OpenTitle { get; init; }

    /// <summary>The classes from left to right.</summary>
    public required IReadOnlyList<HistogramBin> Bins { get; init; }
}

/// <summary>A class of a distribution.</summary>
/// <param name="Label">Where it begins, such as <c>12</c>.</param>
/// <param name="Decided">How many are decided.</param>
/// <param name="Open">How many are suggestions.</param>
public sealed record HistogramBin(string Label, int Decided, int Open);
