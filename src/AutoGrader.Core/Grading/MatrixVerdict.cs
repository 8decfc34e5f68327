namespace AutoGrader.Core.Grading;

/// <summary>A student's matrix judged entry by entry.</summary>
public sealed record MatrixVerdict
{
    /// <summary>The step of the computation, such as <c>scaled</c>.</summary>
    public required string Step { get; init; }

    /// <summary>Number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Number of columns.</summary>
    public required int Columns { get; init; }

    /// <summary>The entries row by row.</summary>
    public required IReadOnlyList<EntryVerdict> Entries { get; init; }
}
