namespace AutoGrader.Core.Grading.Learning;

/// <summary>An answer to a question with the points that a person gave for some or all of its criteria.</summary>
/// <param name="QuestionId">The question's id.</param>
/// <param name="Text">The answer as typed (Markdown with LaTeX) or as read from a report.</param>
/// <param name="Points">
/// The points by criterion. Not <see cref="Core.Points"/>: published collections are marked on scales of their own.
/// </param>
public sealed record GradedAnswer(string QuestionId, string Text, IReadOnlyDictionary<string, decimal> Points);
