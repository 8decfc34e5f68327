using AutoGrader.Core.Grading;

namespace AutoGrader.Core.Rehearsal;

/// <summary>What a rubric made of the answers it was tried on.</summary>
public sealed record RehearsalReport
{
    /// <summary>What the worked solution earned, criterion by criterion, in the rubric's order.</summary>
    public required IReadOnlyList<CriterionScore> Solution { get; init; }

    /// <summary>How many answers of each kind were tried.</summary>
    public required IReadOnlyList<RehearsalCount> Counts { get; init; }

    /// <summary>What was found, by file and line; hints included.</summary>
    public required IReadOnlyList<RehearsalFinding> Findings { get; init; }

    /// <summary>The points of the sheet.</summary>
    public Points Maximum => Points.Sum(Solution.Select(s => s.Maximum));

    /// <summary>The points of the worked solution if every suggestion is accepted.</summary>
    public Points Suggested => Points.Sum(Solution.Select(s => s.Points));

    /// <summary>The points that the worked solution earned without a person.</summary>
    public Points Automatic => Points.Sum(Solution.Where(s => !s.NeedsReview).Select(s => s.Points));

    /// <summary>Whether something is wrong; hints do not count.</summary>
    public bool IsClean => Findings.All(f => f.IsHint);
}

/// <summary>How answers of one kind fared. Every criterion with expected points counts once.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Answers">Answers tried.</param>
/// <param name="Criteria">Criteria whose points are known.</param>
/// <param name="Right">Those whose suggested points are right.</param>
/// <param name="Decided">Those decided without a person.</param>
/// <param name="DecidedWrongly">Those decided without a person, and wrong.</param>
public sealed record RehearsalCount(RehearsalKind Kind, int Answers, int Criteria, int Right, int Decided, int DecidedWrongly);
