namespace AutoGrader.Core.Grading;

/// <summary>
/// Where a computation first leaves the right path: the first step, in the order of computation, that is neither right nor follows from
/// what the student had before. Everything earlier is right or was not shown.
/// </summary>
public sealed record FirstDivergence
{
    /// <summary>The step of the computation, such as <c>scaled</c>.</summary>
    public required string Step { get; init; }

    /// <summary>What people call the step.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Whether the student wrote the step down; if not, a later matrix betrays it.</summary>
    public required bool IsShown { get; init; }

    /// <summary>The entries that are wrong, row by row; empty where the step is not shown.</summary>
    public required IReadOnlyList<DivergentEntry> Entries { get; init; }

    /// <summary>The name of the recognised mistake, or of all that come into question with | between them; <c>null</c> for none.</summary>
    public string? Mistake { get; init; }

    /// <summary>What happened there, in a sentence or two for the student.</summary>
    public required LocalizedText Text { get; init; }
}

/// <summary>An entry that is not what it should be.</summary>
/// <param name="Row">The row, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Text">The entry as the student wrote it.</param>
/// <param name="Expected">What it should be.</param>
public sealed record DivergentEntry(int Row, int Column, string Text, double Expected);
