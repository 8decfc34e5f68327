namespace AutoGrader.Core.Feedback.Blocks;

/// <summary>The verdict on one criterion: what earns the points, how many were earned, why, and what was read where.</summary>
public sealed record CriterionBlock : FeedbackBlock
{
    /// <summary>The criterion's id.</summary>
    public required string Id { get; init; }

    /// <summary>What earns the points.</summary>
    public required string Text { get; init; }

    /// <summary>The points beside the maximum, such as <c>0.5 / 1</c>.</summary>
    public required string Points { get; init; }

    /// <summary>How it was judged.</summary>
    public required Tone Tone { get; init; }

    /// <summary>The judgement in a word or two, so that it is never told by colour or symbol alone.</summary>
    public required string Verdict { get; init; }

    /// <summary>Why, what was read, what was decided by a person: a paragraph each.</summary>
    public required IReadOnlyList<ParagraphBlock> Details { get; init; }

    /// <summary>The matrix that was judged; <c>null</c> for criteria that judge none.</summary>
    public MatrixBlock? Matrix { get; init; }
}
