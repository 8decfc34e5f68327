namespace AutoGrader.Application.Data;

/// <summary>Graded answers that were given with a rubric. Immutable.</summary>
public sealed class StoredAnswerSet
{
    /// <summary>The content hash.</summary>
    public required string Hash { get; init; }

    /// <summary>The answers as JSON lines.</summary>
    public required string Source { get; init; }
}
