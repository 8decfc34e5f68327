namespace AutoGrader.Application.Data.Courses;

/// <summary>
/// A rubric version that a course has published. The version itself is named by its text, so that two courses which write the same have the
/// same; the graded answers that go with it are each course's own.
/// </summary>
public sealed class CourseRubric
{
    public required Guid CourseId { get; init; }

    public required string RubricHash { get; init; }

    public StoredRubric? Rubric { get; init; }

    /// <summary>The graded answers that the course gave with it last; <c>null</c> where there were none.</summary>
    public string? AnswersHash { get; set; }

    public required DateTime PublishedAt { get; set; }

    public required string PublishedBy { get; set; }
}
