namespace AutoGrader.Application.Data.Moodle;

/// <summary>What connects an assignment with one of Moodle. Whoever makes it gives a token of their own; it is stored encrypted.</summary>
public sealed class MoodleConnection
{
    /// <summary>The assignment of this service.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>The site's address as in the settings.</summary>
    public required string Site { get; set; }

    /// <summary>The token, encrypted by the keys of the data directory.</summary>
    public required string ProtectedToken { get; set; }

    /// <summary>Whose token it is, in Moodle's words.</summary>
    public string? Owner { get; set; }

    /// <summary>The course in Moodle; <c>null</c> until an assignment is chosen.</summary>
    public long? MoodleCourseId { get; set; }

    /// <summary>The assignment in Moodle; <c>null</c> until one is chosen.</summary>
    public long? MoodleAssignmentId { get; set; }

    /// <summary>What the assignment is called there.</summary>
    public string? MoodleName { get; set; }

    /// <summary>The upload that the last fetch made; what is sent back must be of a run on it.</summary>
    public Guid? FetchedUploadId { get; set; }

    public required DateTime ConnectedAt { get; set; }

    /// <summary>Who connected it.</summary>
    public required string ConnectedBy { get; set; }
}
