namespace AutoGrader.Core.Rubrics;

/// <summary>An answer with the points it earns for one criterion.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Points">What it earns.</param>
public sealed record GradedExample(string Text, Points Points);
