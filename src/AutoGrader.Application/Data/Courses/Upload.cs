namespace AutoGrader.Application.Data.Courses;

/// <summary>
/// An export that was uploaded whole and can be opened. Uploading the same content again is the same upload; the one received last is the
/// one that the next run grades.
/// </summary>
public sealed class Upload
{
    public required Guid Id { get; init; }

    public required Guid AssignmentId { get; init; }

    public Assignment? Assignment { get; init; }

    /// <summary>The content's hash: its name in the artifact store.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The file's name as uploaded, without a path.</summary>
    public required string FileName { get; set; }

    public required long Length { get; init; }

    public required DateTime ReceivedAt { get; set; }

    /// <summary>Who uploaded it last.</summary>
    public required string ReceivedBy { get; set; }
}
