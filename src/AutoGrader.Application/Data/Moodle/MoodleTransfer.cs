using AutoGrader.Core;

namespace AutoGrader.Application.Data.Moodle;

/// <summary>Something that is fetched from Moodle or sent there, in the background and across restarts.</summary>
public sealed class MoodleTransfer
{
    public required Guid Id { get; init; }

    public required Guid AssignmentId { get; init; }

    public required MoodleTransferKind Kind { get; init; }

    public MoodleTransferState State { get; set; }

    /// <summary>The run whose results are sent; <c>null</c> for a fetch.</summary>
    public Guid? RunId { get; init; }

    /// <summary>The assignment in Moodle that it is about.</summary>
    public required long MoodleAssignmentId { get; init; }

    /// <summary>How many files or participants are done.</summary>
    public int Done { get; set; }

    /// <summary>Of how many; 0 as long as that is not known.</summary>
    public int Total { get; set; }

    /// <summary>How it ended, or why it cannot go on.</summary>
    public LocalizedText? Outcome { get; set; }

    /// <summary>Who asked for it.</summary>
    public required string Actor { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When a person said that it is sent.</summary>
    public DateTime? ApprovedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    /// <summary>Until when it belongs to the process that works on it (UTC).</summary>
    public DateTime? LeaseUntil { get; set; }

    /// <summary>The process that works on it.</summary>
    public string? Worker { get; set; }

    /// <summary>How often it was begun since a person asked.</summary>
    public int Attempt { get; set; }
}

/// <summary>The kinds of transfers.</summary>
public enum MoodleTransferKind
{
    /// <summary>Submissions are fetched.</summary>
    Fetch,

    /// <summary>Results are compared with Moodle and, once a person says so, sent.</summary>
    Push,
}

/// <summary>The states of a transfer.</summary>
public enum MoodleTransferState
{
    /// <summary>Waits, or is to be compared with Moodle.</summary>
    Queued,

    /// <summary>Is being fetched, or compared.</summary>
    Running,

    /// <summary>A push is compared with Moodle: nothing was sent, a person decides.</summary>
    Compared,

    /// <summary>A person has said that it is sent; waits.</summary>
    Approved,

    /// <summary>Is being sent.</summary>
    Sending,

    /// <summary>It came to its end.</summary>
    Done,

    /// <summary>It cannot go on before somebody mends something.</summary>
    Failed,
}
