namespace AutoGrader.Core.Rubrics.Comparison;

/// <summary>A difference between two rubrics in what they mean, not in how their files are laid out.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Part">To what kind of part.</param>
/// <param name="Id">The question or criterion, by its id afterwards or, where it was removed, before; empty for the sheet.</param>
/// <param name="Property">
/// The keys that lead to it in the file, joined by <c>/</c>, such as <c>levels/1/says</c>; empty where the part as a whole was added,
/// removed or moved.
/// </param>
/// <param name="Label">The property in words.</param>
/// <param name="Before">What it was; <c>null</c> where there was none.</param>
/// <param name="After">What it is; <c>null</c> where there is none.</param>
public sealed record RubricChange(
    RubricChangeKind Kind, RubricPart Part, string Id, string Property, LocalizedText Label, string? Before, string? After);

/// <summary>What happened to a part of a rubric.</summary>
public enum RubricChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It stands in another place among the same others.</summary>
    Moved,

    /// <summary>It has another value.</summary>
    Changed,
}

/// <summary>The parts of a rubric that have an identity of their own.</summary>
public enum RubricPart
{
    /// <summary>The sheet itself.</summary>
    Sheet,

    /// <summary>A question.</summary>
    Question,

    /// <summary>A criterion.</summary>
    Criterion,
}
