using AutoGrader.Application.Data;
using AutoGrader.Core.Assessments;

namespace AutoGrader.Application.Outlets;

/// <summary>A submission with its result.</summary>
/// <param name="Submission">The hand-in.</param>
/// <param name="Row">What became of it.</param>
/// <param name="Assessment">The scores, where there are any.</param>
internal sealed record SubmissionResult(Submission Submission, StoredAssessment Row, Assessment? Assessment)
{
    /// <summary>What the outlets call the participant: the number or, in plain folders, the path.</summary>
    public string Participant => Submission.ParticipantNumber ?? Submission.HandInKey;

    /// <summary>The name to show: the participant's or, where there is none, the surname of the file's name.</summary>
    public string? Name => Submission.Name ?? Row.Surname;
}
