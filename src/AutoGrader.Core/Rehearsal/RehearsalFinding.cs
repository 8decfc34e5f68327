using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Rehearsal;

/// <summary>Something that a rehearsal found in a rubric.</summary>
/// <param name="Code">A stable name, such as <c>example-differs</c>.</param>
/// <param name="IsHint">
/// Whether nothing is wrong yet, but nothing shows that it is right either: a phrase or level that no rehearsed answer reaches.
/// </param>
/// <param name="Subject">The criterion or question.</param>
/// <param name="What">Where, what, and what to do.</param>
public sealed record RehearsalFinding(string Code, bool IsHint, string Subject, RubricError What);
