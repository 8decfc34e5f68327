namespace AutoGrader.Core.Assessments;

/// <summary>A person's decision on one criterion, to take the place of the machine's.</summary>
/// <param name="CriterionId">The criterion.</param>
/// <param name="Points">The points it earns; the machine's own where the person confirms them.</param>
/// <param name="By">Who decided; not empty.</param>
/// <param name="Reason">Why, in their words.</param>
public sealed record Decision(string CriterionId, Points Points, string By, string Reason);
