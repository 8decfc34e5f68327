namespace AutoGrader.Application.Jobs;

/// <summary>
/// Tells whoever pulls that entries wait. Called after they are saved. A poke may get lost or come twice: the ledger is the truth, and
/// recovery pokes again.
/// </summary>
public interface IJobPoke
{
    /// <summary>Whether no poke waits to be taken up: then entries that wait in the ledger are to be poked again.</summary>
    bool IsIdle { get; }

    /// <summary>Pokes, in this order within each lane.</summary>
    void Poke(IReadOnlyList<JobPoke> entries);
}

/// <summary>An entry that waits.</summary>
/// <param name="Entry">Its id.</param>
/// <param name="Lane">The lane in which somebody is to pull it.</param>
public sealed record JobPoke(Guid Entry, JobLane Lane)
{
    /// <summary>An entry in the lane of its kind.</summary>
    public static JobPoke Of(Guid entry, string kind) => new(entry, kind == JobEntry.GradeKind ? JobLane.Bulk : JobLane.Live);
}

/// <summary>What waits for what.</summary>
public enum JobLane
{
    /// <summary>Somebody sits before the screen and waits. Never behind a bulk run.</summary>
    Live,

    /// <summary>The hand-ins of a run.</summary>
    Bulk,
}
