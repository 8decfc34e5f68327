namespace AutoGrader.Core.Rubrics;

/// <summary>A known wrong way: one step computed by another formula. Later steps are carried forward from it.</summary>
/// <param name="Name">A short name, such as <c>unscaled</c>.</param>
/// <param name="Step">The step it replaces.</param>
/// <param name="Formula">The wrong formula.</param>
/// <param name="Text">A sentence for the student.</param>
/// <param name="Points">The points that criteria then earn, by criterion id; criteria not named are judged as usual.</param>
public sealed record NamedMistake(string Name, string Step, string Formula, LocalizedText Text, IReadOnlyDictionary<string, Points> Points);
