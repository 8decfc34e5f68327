using AutoGrader.Core.Grading;

namespace AutoGrader.Core.Review;

/// <summary>An answer that is compared with those of other hand-ins.</summary>
/// <param name="Key">The hand-in's key.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Text">The answer as read.</param>
/// <param name="Unexplained">The judged matrices that no known mistake explains; only their wrong entries are looked at.</param>
public sealed record ComparedAnswer(string Key, string QuestionId, string Text, IReadOnlyList<MatrixVerdict> Unexplained);
