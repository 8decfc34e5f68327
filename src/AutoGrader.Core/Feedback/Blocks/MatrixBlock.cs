using AutoGrader.Core.Grading;

namespace AutoGrader.Core.Feedback.Blocks;

/// <summary>A student's matrix as a grid in which every entry shows how it was judged.</summary>
public sealed record MatrixBlock : FeedbackBlock
{
    /// <summary>What the matrix is, one sentence; also its description for those who cannot see it.</summary>
    public required string Caption { get; init; }

    /// <summary>Number of columns, at least 1.</summary>
    public required int Columns { get; init; }

    /// <summary>The entries row by row.</summary>
    public required IReadOnlyList<MatrixCell> Cells { get; init; }

    /// <summary>The states that occur, with words for them.</summary>
    public required IReadOnlyList<MatrixLegendEntry> Legend { get; init; }
}

/// <summary>One entry.</summary>
/// <param name="Text">The entry as the student wrote it.</param>
/// <param name="State">How it was judged. Shown by mark and line, never by colour alone.</param>
/// <param name="Expected">What it had to be, where it is worth saying.</param>
public sealed record MatrixCell(string Text, EntryState State, string? Expected = null);

/// <summary>What a state means.</summary>
/// <param name="State">The state.</param>
/// <param name="Text">What it means.</param>
public sealed record MatrixLegendEntry(EntryState State, string Text);
