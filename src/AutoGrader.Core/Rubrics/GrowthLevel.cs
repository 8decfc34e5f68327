namespace AutoGrader.Core.Rubrics;

/// <summary>An order of growth and what it earns.</summary>
/// <param name="Order">The order as an expression in the sheet's symbols, such as <c>N*k^2</c>.</param>
/// <param name="Points">The points.</param>
/// <param name="Text">What it means, for students and tutors.</param>
/// <param name="Unless">What, said in the same answer, makes it earn full points nevertheless ("k constant"); may be empty.</param>
public sealed record GrowthLevel(string Order, Points Points, LocalizedText Text, IReadOnlyList<Phrase> Unless);
