namespace AutoGrader.Application.Data.Courses;

/// <summary>A person in a course.</summary>
public sealed class CourseMember
{
    public required Guid CourseId { get; init; }

    public required Guid PersonId { get; init; }

    public Person? Person { get; init; }

    public required CourseRole Role { get; set; }

    public required DateTime JoinedAt { get; init; }
}

/// <summary>What a member may do in a course.</summary>
public enum CourseRole
{
    /// <summary>Checks their own hand-ins.</summary>
    Student,

    /// <summary>Grades and reviews.</summary>
    Tutor,

    /// <summary>Also edits rubrics, makes assignments, invites, releases.</summary>
    Instructor,
}
