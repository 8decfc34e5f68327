namespace AutoGrader.Application.Data.Moodle;

/// <summary>
/// A participant as the last fetch saw them: the link between participant number and Moodle's user, and the state of the submission whose
/// grade may go back. Where Moodle shows another state later, somebody has handed in again.
/// </summary>
public sealed class MoodleParticipant
{
    public required Guid AssignmentId { get; init; }

    public required string ParticipantNumber { get; init; }

    /// <summary>Moodle's user.</summary>
    public required long UserId { get; init; }

    /// <summary>The state of the submission, in Moodle's word; <c>null</c> where there is none.</summary>
    public string? Status { get; init; }

    /// <summary>When the submission was last changed, in Moodle's seconds.</summary>
    public long SubmittedAt { get; init; }

    /// <summary>The attempt, from 0.</summary>
    public int Attempt { get; init; }
}
