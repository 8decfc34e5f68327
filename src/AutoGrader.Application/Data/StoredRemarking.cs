namespace AutoGrader.Application.Data;

/// <summary>
/// A graded assignment graded once more by another rubric version, and what people made of it. Open until it is accepted or dropped.
/// What was accepted is never changed: taking it back only notes who did, and points the assignment back to what counted before.
/// </summary>
public sealed class StoredRemarking
{
    public required Guid Id { get; init; }

    public required Guid AssignmentId { get; init; }

    /// <summary>The run whose results counted when it was started.</summary>
    public required Guid FromRunId { get; init; }

    /// <summary>The run by the other version.</summary>
    public required Guid ToRunId { get; init; }

    public required string StartedBy { get; init; }

    public required DateTime StartedAt { get; init; }

    public string? AcceptedBy { get; set; }

    public DateTime? AcceptedAt { get; set; }

    /// <summary>By which acceptance the run had counted before; <c>null</c> where by none.</summary>
    public Guid? ReplacedId { get; set; }

    public string? UndoneBy { get; set; }

    public DateTime? UndoneAt { get; set; }

    /// <summary>When it was dropped without being accepted.</summary>
    public DateTime? DroppedAt { get; set; }

    /// <summary>Whose former result counts on.</summary>
    public ICollection<KeptResult> Kept { get; } = [];
}

/// <summary>A submission that a re-marking was not accepted for: its former result counts on. Never changed.</summary>
public sealed class KeptResult
{
    public required Guid RemarkingId { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>The result that counts.</summary>
    public required Guid AssessmentId { get; init; }
}
