namespace AutoGrader.Application.Jobs;

/// <summary>A unit of work in the ledger. Kind, subject and rubric version are unique together: doing it again re-opens the row.</summary>
public sealed class JobEntry
{
    /// <summary>The kind of entries that open a run's export and register what is to be graded. The subject is the run.</summary>
    public const string IntakeKind = "intake";

    /// <summary>The kind of entries that inspect, read, grade and render one submission, which is the subject.</summary>
    public const string GradeKind = "grade";

    /// <summary>The kind of entries that work out what follows from all results of a run together. The subject is the run.</summary>
    public const string FinishKind = "finish";

    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required Guid SubjectId { get; init; }

    public required string RubricVersion { get; init; }

    /// <summary>The run of the service that it is part of; <c>null</c> for the command line's, which the service leaves alone.</summary>
    public Guid? RunId { get; set; }

    public JobState State { get; set; }

    /// <summary>How often it was begun; an attempt that was cancelled does not count.</summary>
    public int Attempt { get; set; }

    /// <summary>While running: until when it belongs to its worker. While queued: before when it is not tried again. UTC.</summary>
    public DateTime? LeaseUntil { get; set; }

    /// <summary>The process that runs it: machine, process id and start time.</summary>
    public string? Worker { get; set; }

    /// <summary>What is being done, while it is running.</summary>
    public string? Stage { get; set; }

    /// <summary>Why it failed, without personal data.</summary>
    public string? Error { get; set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }
}

/// <summary>The states of a <see cref="JobEntry"/>.</summary>
public enum JobState
{
    /// <summary>Waits for a worker.</summary>
    Queued,

    /// <summary>Is being worked on, as long as its lease holds.</summary>
    Running,

    /// <summary>The result is stored.</summary>
    Done,

    /// <summary>It will not be tried again by itself.</summary>
    Failed,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,
}
