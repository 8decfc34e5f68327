using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading;

/// <summary>What surrounds an answer while it is scored: letters defined under one question may be used under another.</summary>
/// <param name="Document">All answers of the report.</param>
/// <param name="Rubric">The rubric.</param>
public sealed record GradingContext(AnswerDocument Document, Rubric Rubric);
