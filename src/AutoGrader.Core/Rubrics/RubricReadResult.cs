namespace AutoGrader.Core.Rubrics;

/// <summary>A rubric version, or what is wrong with the file. Exactly one of both.</summary>
/// <param name="Version">The rubric, where there are no errors.</param>
/// <param name="Errors">The errors in the file's order; empty where there is a version.</param>
public sealed record RubricReadResult(RubricVersion? Version, IReadOnlyList<RubricError> Errors);
