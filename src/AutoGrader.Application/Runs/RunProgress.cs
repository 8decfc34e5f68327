using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Runs;

/// <summary>How far a run of the service has come, as the ledger says it.</summary>
public sealed record RunProgress
{
    public required Guid RunId { get; init; }

    public required RunState State { get; init; }

    /// <summary>Why it failed; <c>null</c> where it did not.</summary>
    public string? Problem { get; init; }

    public required DateTime StartedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    /// <summary>Whether the export is registered, so that the counts below are complete.</summary>
    public required bool IsRegistered { get; init; }

    /// <summary>Submissions by the state of their entry; every submission is counted once.</summary>
    public required IReadOnlyDictionary<JobState, int> ByState { get; init; }

    /// <summary>Submissions in work by what is being done: <c>inspect</c>, <c>read</c>, <c>score</c>, <c>render</c>, <c>save</c>.</summary>
    public required IReadOnlyDictionary<string, int> ByStage { get; init; }

    /// <summary>Results by status; those of entries that are open again do not count.</summary>
    public required IReadOnlyDictionary<SubmissionStatus, int> ByStatus { get; init; }

    /// <summary>Submissions finished a minute, lately; <c>null</c> while that cannot be told.</summary>
    public double? PerMinute { get; init; }

    /// <summary>How long it will take at that rate; <c>null</c> while that cannot be told.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>What needs to be known first, at most a few dozen: failures, then what is unreadable, then broken rules.</summary>
    public required IReadOnlyList<RunTrouble> Troubles { get; init; }

    public int Total => ByState.Values.Sum();

    /// <summary>Submissions that need no further work.</summary>
    public int Done => ByState.GetValueOrDefault(JobState.Done) + ByState.GetValueOrDefault(JobState.Failed);
}

/// <summary>A submission that went wrong.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Participant">The participant number or, in plain folders, the path.</param>
/// <param name="Name">The name, where known.</param>
/// <param name="Status">Its status; <c>null</c> where nothing could be saved.</param>
/// <param name="Reasons">The wire names of its reasons.</param>
/// <param name="Error">The kind of fault; <c>null</c> where there was none.</param>
public sealed record RunTrouble(
    Guid SubmissionId, string Participant, string? Name, SubmissionStatus? Status, IReadOnlyList<string> Reasons, string? Error);
