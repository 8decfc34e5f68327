namespace AutoGrader.Core.Rubrics;

/// <summary>A level of attainment of a criterion that is judged by what the student says.</summary>
/// <param name="Points">The points it earns.</param>
/// <param name="Text">What the level means, for students and tutors.</param>
/// <param name="Says">Ways to say it; any one suffices.</param>
public sealed record Level(Points Points, LocalizedText Text, IReadOnlyList<Phrase> Says);
