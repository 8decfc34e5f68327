namespace AutoGrader.Application.Data;

/// <summary>
/// A hand-in as registered. Its natural key is the input and the hand-in's key (participant number or relative path), never a name.
/// </summary>
public sealed class Submission
{
    public required Guid Id { get; init; }

    public required Guid InputId { get; init; }

    /// <summary>Unique within the input.</summary>
    public required string HandInKey { get; init; }

    /// <summary>Names the bytes handed in when the input was opened last.</summary>
    public string ContentHash { get; set; } = "";

    public string? ParticipantNumber { get; set; }

    /// <summary>The name as the worksheet or the export gives it.</summary>
    public string? Name { get; set; }

    /// <summary>Whether a team handed it in.</summary>
    public bool IsGroup { get; set; }

    /// <summary>The team's name in the worksheet.</summary>
    public string? GroupName { get; set; }

    /// <summary>The rows of the worksheet that the result goes to: the participant's own, or all members of the team.</summary>
    public IReadOnlyList<string> WorksheetParticipants { get; set; } = [];

    /// <summary>Whether the input no longer holds it. Its results are kept but appear in no output.</summary>
    public bool IsWithdrawn { get; set; }

    public ICollection<StoredAssessment> Assessments { get; } = [];

    public ICollection<StoredOverride> Overrides { get; } = [];
}
