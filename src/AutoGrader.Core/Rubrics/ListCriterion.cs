namespace AutoGrader.Core.Rubrics;

/// <summary>
/// A criterion that one thing is among those named ("name two"): only the first <see cref="Question.ItemsAsked"/> that are named count, so
/// that nobody gains by naming everything.
/// </summary>
public sealed record ListCriterion : Criterion
{
    /// <inheritdoc/>
    public override string Kind => "list";

    /// <summary>
    /// The size of <see cref="Question.Shapes"/> that must be named, such as <c>N_Q</c>: by the student's own letter, as the rows of Q, as
    /// the number of queries; <c>null</c> where the item is no size.
    /// </summary>
    public string? Size { get; init; }

    /// <summary>Other ways to name it; any one suffices. May be empty where it is a size.</summary>
    public IReadOnlyList<Phrase> Names { get; init; } = [];
}
