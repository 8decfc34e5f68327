namespace AutoGrader.Core.Grading.Complexity;

/// <summary>An order of growth as a student wrote it.</summary>
/// <param name="Terms">The terms of its sum; empty where it could not be read.</param>
/// <param name="Block">The index of the block in the answer.</param>
/// <param name="Start">Where it begins in the block's text.</param>
/// <param name="Length">How long it is.</param>
internal sealed record Order(IReadOnlyList<GrowthTerm> Terms, int Block, int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>Whether it stands in an O: otherwise it is a bare count of steps.</summary>
    public bool IsLandau { get; init; }

    /// <summary>Whether the words before or behind say that it is the whole ("in total", "so").</summary>
    public bool IsTotal { get; init; }

    /// <summary>Whether the words before or behind say that it is a part ("per pixel").</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether it is said to be the complexity ("the run time is"): then it needs no O.</summary>
    public bool IsStated { get; init; }

    /// <summary>Whether it stands under a denial or a condition.</summary>
    public bool IsDoubtful { get; init; }
}
