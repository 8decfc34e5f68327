namespace AutoGrader.Application.Remarking;

/// <summary>What became of the wish to re-mark, to accept, or to take back.</summary>
/// <param name="RemarkingId">The re-marking; <c>null</c> where there is none.</param>
/// <param name="Problem">Why nothing was changed; <c>null</c> where something was.</param>
/// <param name="Submissions">Whom the problem is about.</param>
public sealed record RemarkResult(Guid? RemarkingId, RemarkProblem? Problem, IReadOnlyList<Guid> Submissions)
{
    internal static RemarkResult Done(Guid id) => new(id, null, []);

    internal static RemarkResult Refused(RemarkProblem problem, params IReadOnlyList<Guid> submissions) => new(null, problem, submissions);
}

/// <summary>Why nothing was changed.</summary>
public enum RemarkProblem
{
    /// <summary>There is no such assignment, version or re-marking.</summary>
    Unknown,

    /// <summary>Nothing is graded to the end by the pinned version.</summary>
    NotGraded,

    /// <summary>It is the version that counts already.</summary>
    SameVersion,

    /// <summary>A newer export was uploaded: it is graded first, so that both versions are compared on the same files.</summary>
    NewerUpload,

    /// <summary>Somebody else has changed the assignment since the person looked.</summary>
    Conflict,

    /// <summary>The other version is not graded to the end.</summary>
    AtWork,

    /// <summary>Something was graded anew or decided since that the other version's results do not have.</summary>
    Stale,

    /// <summary>Submissions that are to keep their former result still need a person under it.</summary>
    KeptIsOpen,

    /// <summary>It was accepted, dropped or taken back already, or another one was accepted since.</summary>
    Over,
}
