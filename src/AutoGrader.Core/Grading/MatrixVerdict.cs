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

    /// <summary>How many entries are not those of the reference.</summary>
    public int DifferFromReference { get; init; }

    /// <summary>How many entries do not follow from the student's own earlier results. The kinder of both numbers counts.</summary>
    public int DifferFromCarried { get; init; }

    /// <summary>
    /// Where the question's computation first leaves the right path, in this step or another; <c>null</c> where it does not. The same for
    /// all matrices of a question.
    /// </summary>
    public FirstDivergence? FirstDivergence { get; init; }

    /// <summary>The entries row by row.</summary>
    public required IReadOnlyList<EntryVerdict> Entries { get; init; }
}
