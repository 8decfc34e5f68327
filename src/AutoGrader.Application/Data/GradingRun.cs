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

    /// <summary>The stored worksheet; <c>null</c> where none was given.</summary>
    public string? WorksheetHash { get; set; }

    /// <summary>When the worksheet was downloaded (UTC).</summary>
    public DateTime? WorksheetDownloadedAt { get; set; }

    public required DateTime StartedAt { get; init; }

    public DateTime? FinishedAt { get; set; }
}

/// <summary>The states of a run.</summary>
public enum RunState
{
    /// <summary>Entries are open, or the run was interrupted.</summary>
    Running,

    /// <summary>Every hand-in has a result.</summary>
    Finished,
}
