using AutoGrader.Core;

namespace AutoGrader.Application.Data.Courses;

/// <summary>A sheet of a course, graded by one pinned rubric version.</summary>
public sealed class Assignment : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CourseId { get; init; }

    public Course? Course { get; init; }

    public required string Title { get; set; }

    /// <summary>The rubric's id.</summary>
    public required string RubricId { get; set; }

    /// <summary>The pinned version of the rubric.</summary>
    public required string RubricHash { get; set; }

    /// <summary>The stored worksheet; <c>null</c> until one is given.</summary>
    public string? WorksheetHash { get; set; }

    /// <summary>When the worksheet was downloaded from Moodle (UTC).</summary>
    public DateTime? WorksheetDownloadedAt { get; set; }

    /// <summary>The deadline (UTC), shown beside Moodle's own word on what is late; <c>null</c> where none is told.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>The language of feedback; <c>null</c> takes each report's own.</summary>
    public Language? Language { get; set; }

    /// <summary>Whether only members of the course check their hand-ins here; otherwise whoever has the address.</summary>
    public bool ChecksNeedAccount { get; set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; set; }

    public ICollection<Upload> Uploads { get; } = [];
}
