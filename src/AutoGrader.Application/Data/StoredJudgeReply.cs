namespace AutoGrader.Application.Data;

/// <summary>
/// A reply of an outside judge with the prompt it answers. Both hold words of a student; deleted with the last score that names it.
/// </summary>
public sealed class StoredJudgeReply
{
    /// <summary>The hash of model and prompt.</summary>
    public required string Key { get; init; }

    /// <summary>Model and version of the prompt.</summary>
    public required string Judge { get; init; }

    /// <summary>What was sent.</summary>
    public required string Prompt { get; init; }

    /// <summary>What came back, as it came.</summary>
    public required string Reply { get; init; }

    public required DateTime AskedAt { get; init; }
}
