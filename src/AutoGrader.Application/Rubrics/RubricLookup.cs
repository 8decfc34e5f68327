using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Rubrics;

/// <summary>A rubric version with its graded answers, or why there is none. Exactly one of version and problems.</summary>
/// <param name="Version">The version.</param>
/// <param name="Answers">The graded answers given with it.</param>
/// <param name="Problems">What is wrong, a line each, ready to be shown; empty where there is a version.</param>
public sealed record RubricLookup(RubricVersion? Version, GradedAnswerSet Answers, IReadOnlyList<string> Problems);
