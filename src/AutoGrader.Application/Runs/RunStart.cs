namespace AutoGrader.Application.Runs;

/// <summary>What became of the wish to start, resume or repeat a run.</summary>
/// <param name="RunId">The run; <c>null</c> where there is none.</param>
/// <param name="Problem">Why nothing was started; <c>null</c> where something was.</param>
public sealed record RunStart(Guid? RunId, RunProblem? Problem)
{
    internal static RunStart Refused(RunProblem problem, Guid? runId = null) => new(runId, problem);
}

/// <summary>Why a run cannot be started, resumed or repeated.</summary>
public enum RunProblem
{
    /// <summary>There is no such assignment or run.</summary>
    Unknown,

    /// <summary>Nothing was uploaded yet.</summary>
    NoUpload,

    /// <summary>It is at work: cancel it first, or wait.</summary>
    AtWork,

    /// <summary>Another run of the assignment, by another rubric version, was started since: what it knows of the export is old.</summary>
    Superseded,

    /// <summary>None of the submissions is part of it.</summary>
    NothingSelected,
}
