namespace AutoGrader.Application.Data.Courses;

/// <summary>
/// A rubric of a course that is being written: text that may have faults. Nothing is graded by it until it is published, which makes an
/// immutable <see cref="StoredRubric"/> of it.
/// </summary>
public sealed class RubricDraft : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CourseId { get; init; }

    /// <summary>The YAML text as typed, with LF line ends.</summary>
    public required string Source { get; set; }

    /// <summary>The graded answers that will be given with it, as JSON lines; may be empty, and may have faults.</summary>
    public required string Answers { get; set; }

    /// <summary>The version that it was begun from or last published as; <c>null</c> for a new rubric.</summary>
    public string? BasedOn { get; set; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    public int Version { get; set; }
}
