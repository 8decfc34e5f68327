namespace AutoGrader.Core.Reading.Locating;

/// <summary>A stretch of a report that follows one label.</summary>
internal sealed record AnswerSection
{
    /// <summary>The question, or -1 before the first label and between a task's heading and its first question.</summary>
    public required int Question { get; init; }

    /// <summary>The group it lies in, or -1.</summary>
    public required int Group { get; init; }

    /// <summary>The index of the label in the sequence, or -1 before the first.</summary>
    public required int Label { get; init; }

    /// <summary>Where the label begins.</summary>
    public required ReportPosition LabelStart { get; init; }

    /// <summary>Where the content begins: behind the label and the repeated question.</summary>
    public required ReportPosition Start { get; init; }

    /// <summary>Where the next label begins.</summary>
    public required ReportPosition End { get; init; }

    /// <summary>Further questions that its label names.</summary>
    public IReadOnlyList<int> Further { get; init; } = [];

    /// <summary>The content.</summary>
    public required IReadOnlyList<ReportBlock> Blocks { get; init; }
}
