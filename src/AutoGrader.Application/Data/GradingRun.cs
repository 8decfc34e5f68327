using AutoGrader.Core;

namespace AutoGrader.Application.Data;

/// <summary>An input graded by a rubric version. Repeating or resuming it is the same run.</summary>
public sealed class GradingRun
{
    public required Guid Id { get; init; }

    public required Guid InputId { get; init; }

    public GradingInput? Input { get; init; }

    public required string RubricHash { get; init; }

    /// <summary>Names the graded answers and decisions that it learnt from, when it was last at work.</summary>
    public string? LearntHash { get; set; }

    public RunState State { get; set; }

    /// <summary>The re-marking by whose acceptance its results count; <c>null</c> where all are by its own version.</summary>
    public Guid? RemarkingId { get; set; }

    /// <summary>The upload that is graded; <c>null</c> on the command line.</summary>
    public Guid? UploadId { get; set; }

    /// <summary>The language of feedback; <c>null</c> takes each report's own.</summary>
    public Language? Language { get; set; }

    /// <summary>Who started it last.</summary>
    public string? StartedBy { get; set; }

    /// <summary>Why it failed, a sentence for the tutor; <c>null</c> where it did not.</summary>
    public string? Problem { get; set; }

    /// <summary>The stored worksheet; <c>null</c> where none was given.</summary>
    public string? WorksheetHash { get; set; }

    /// <summary>When the worksheet was downloaded (UTC).</summary>
    public DateTime? WorksheetDownloadedAt { get; set; }

    /// <summary>When it was started last.</summary>
    public required DateTime StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }
}

/// <summary>The states of a run.</summary>
public enum RunState
{
    /// <summary>Entries are open, or the run was interrupted.</summary>
    Running,

    /// <summary>Every hand-in has a result.</summary>
    Finished,

    /// <summary>Every hand-in is judged; what follows from all of them together is being worked out.</summary>
    Finishing,

    /// <summary>Somebody cancelled it; what was done is kept.</summary>
    Cancelled,

    /// <summary>It cannot go on: the export cannot be opened, or no PDF can be read here.</summary>
    Failed,
}
