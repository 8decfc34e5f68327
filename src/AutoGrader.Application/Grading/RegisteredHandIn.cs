using AutoGrader.Application.Review;

namespace AutoGrader.Application.Grading;

/// <summary>A hand-in with its row, its ledger entry and the decisions on it.</summary>
/// <param name="Planned">The hand-in.</param>
/// <param name="SubmissionId">Its row.</param>
/// <param name="EntryId">Its ledger entry.</param>
/// <param name="Fingerprint">Names what its result depends on.</param>
/// <param name="Decisions">People's decisions.</param>
/// <param name="Work">What is to be done.</param>
internal sealed record RegisteredHandIn(
    PlannedHandIn Planned, Guid SubmissionId, Guid EntryId, string Fingerprint, Decisions Decisions, WorkState Work)
{
    /// <summary>Is told the stage that begins (<see cref="Jobs.JobStage"/>).</summary>
    public Action<string> Enter { get; init; } = static _ => { };
}

/// <summary>What is to be done about a registered hand-in.</summary>
internal enum WorkState
{
    /// <summary>Nothing: the stored result holds.</summary>
    Stored,

    /// <summary>It waits for a worker.</summary>
    Open,

    /// <summary>It was being worked on when a process ended, and may be why: it is worked on alone, after all others.</summary>
    Suspect,

    /// <summary>Another process works on it.</summary>
    Elsewhere,

    /// <summary>Nothing: it has ended the process too often.</summary>
    Poison,
}
