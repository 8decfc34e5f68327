using AutoGrader.Core;

namespace AutoGrader.Application.Data.Moodle;

/// <summary>What is to be sent for a participant, and what became of it.</summary>
public sealed class MoodleReceipt
{
    public required Guid Id { get; init; }

    public required Guid TransferId { get; init; }

    /// <summary>The hand-in; a team's has a receipt for each member. Forgetting it deletes the receipt.</summary>
    public required Guid SubmissionId { get; init; }

    public required string ParticipantNumber { get; init; }

    /// <summary>Moodle's user; <c>null</c> where the fetch did not see them.</summary>
    public long? UserId { get; init; }

    public string? Name { get; init; }

    public MoodleReceiptState State { get; set; }

    /// <summary>The grade to be sent; <c>null</c> where only the reason goes out.</summary>
    public decimal? Grade { get; init; }

    /// <summary>The grade that Moodle held when it was last looked at.</summary>
    public decimal? GradeInMoodle { get; set; }

    /// <summary>Names the comment to be sent, whatever its formatting.</summary>
    public string? CommentHash { get; init; }

    /// <summary>Names the comment that Moodle held when it was last looked at; <c>null</c> for none.</summary>
    public string? CommentInMoodle { get; set; }

    /// <summary>The feedback file.</summary>
    public string? FeedbackHash { get; init; }

    /// <summary>Whether the feedback file is sent.</summary>
    public bool SendsFile { get; set; }

    /// <summary>Whether a person said that what Moodle holds of others' hands is to be replaced.</summary>
    public bool Replaces { get; set; }

    /// <summary>Why it is blocked or was refused, or what else is to be known.</summary>
    public LocalizedText? Reason { get; set; }

    public DateTime? At { get; set; }
}

/// <summary>The states of a receipt.</summary>
public enum MoodleReceiptState
{
    /// <summary>It must not be sent.</summary>
    Blocked,

    /// <summary>Moodle holds something that this service did not put there: a person decides.</summary>
    Conflict,

    /// <summary>Moodle did not take it.</summary>
    Refused,

    /// <summary>It was sent, but Moodle has not confirmed it yet.</summary>
    Sent,

    /// <summary>It is to be sent.</summary>
    Planned,

    /// <summary>It was sent, and read back.</summary>
    Confirmed,

    /// <summary>Moodle holds it already.</summary>
    Same,
}
