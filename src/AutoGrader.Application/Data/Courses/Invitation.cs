namespace AutoGrader.Application.Data.Courses;

/// <summary>A link that lets somebody in once. Only a hash of its secret is stored.</summary>
public sealed class Invitation
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret, lower-case hex.</summary>
    public required string TokenHash { get; init; }

    /// <summary>The course; <c>null</c> for the first person of an installation, who becomes administrator.</summary>
    public Guid? CourseId { get; init; }

    public Course? Course { get; init; }

    public required CourseRole Role { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; set; }

    /// <summary>Who used it.</summary>
    public Guid? PersonId { get; set; }
}
