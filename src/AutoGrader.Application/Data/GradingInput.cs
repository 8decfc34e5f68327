namespace AutoGrader.Application.Data;

/// <summary>
/// An input that was graded. Its natural key is where it lies, not what is in it: the content is checked hand-in by hand-in.
/// </summary>
public sealed class GradingInput
{
    public required Guid Id { get; init; }

    /// <summary>The full path.</summary>
    public required string Location { get; init; }

    public required DateTime FirstSeenAt { get; init; }

    public ICollection<Submission> Submissions { get; } = [];

    public ICollection<GradingRun> Runs { get; } = [];
}
