namespace AutoGrader.Application.Data.Courses;

/// <summary>A course: the border that no member's view crosses.</summary>
public sealed class Course
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required DateTime CreatedAt { get; init; }

    public ICollection<CourseMember> Members { get; } = [];

    public ICollection<Assignment> Assignments { get; } = [];
}
