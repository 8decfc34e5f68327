namespace AutoGrader.Core.Assessments;

/// <summary>An assessment after people's decisions.</summary>
/// <param name="Assessment">The assessment with the decisions that could be applied.</param>
/// <param name="Refused">The decisions that could not, in their order.</param>
public sealed record OverriddenAssessment(Assessment Assessment, IReadOnlyList<RefusedDecision> Refused);
