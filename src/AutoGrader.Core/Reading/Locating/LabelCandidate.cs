namespace AutoGrader.Core.Reading.Locating;

/// <summary>A place of the report that may be a label.</summary>
internal sealed record LabelCandidate
{
    /// <summary>The index of its block.</summary>
    public required int Block { get; init; }

    /// <summary>Where it begins in the text of the block.</summary>
    public required int Start { get; init; }

    /// <summary>Where what follows begins in the text of the block.</summary>
    public required int End { get; init; }

    /// <summary>The ways to read it; at least one.</summary>
    public required IReadOnlyList<LabelReading> Readings { get; init; }

    /// <summary>The left edge of its line, to tell nested numbers from outer ones.</summary>
    public required double X { get; init; }

    /// <summary>The page of its line.</summary>
    public required int Page { get; init; }

    /// <summary>The questions that a label names behind its first one.</summary>
    public IReadOnlyList<int> Further { get; init; } = [];

    /// <summary>The question whose printed text follows, or -1.</summary>
    public int Repeated { get; init; } = -1;

    /// <summary>Where the answer begins behind a repeated question; meaningless where <see cref="Repeated"/> is -1.</summary>
    public ReportPosition RepeatedEnd { get; init; }

    /// <summary>The position of the label.</summary>
    public ReportPosition Position => new(Block, Start);
}
