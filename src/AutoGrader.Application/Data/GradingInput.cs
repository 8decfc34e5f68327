using AutoGrader.Application.Data.Courses;

namespace AutoGrader.Application.Data;

/// <summary>
/// An input that was graded. Its natural key is the assignment or, on the command line, where it lies, not what is in it: the content is
/// checked hand-in by hand-in. A newer export of the same assignment is the same input.
/// </summary>
public sealed class GradingInput
{
    public required Guid Id { get; init; }

    /// <summary>The full path; <c>null</c> for an assignment's.</summary>
    public string? Location { get; init; }

    /// <summary>The assignment; <c>null</c> for a path of the command line.</summary>
    public Guid? AssignmentId { get; init; }

    public Assignment? Assignment { get; init; }

    public required DateTime FirstSeenAt { get; init; }

    public ICollection<Submission> Submissions { get; } = [];

    public ICollection<GradingRun> Runs { get; } = [];
}
