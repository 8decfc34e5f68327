using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Rehearsal;

/// <summary>An answer that a rubric is tried on.</summary>
internal sealed record RehearsedAnswer
{
    public required RehearsalKind Kind { get; init; }

    public required Question Question { get; init; }

    /// <summary>The criterion it is about; <c>null</c> where it is about the whole question.</summary>
    public Criterion? Criterion { get; init; }

    /// <summary>
    /// What it is, as it reads in a sentence: <c>the example for 0.5 points</c>. A mistake as it reads
    /// behind "with", in German in the dative.
    /// </summary>
    public required LocalizedText Name { get; init; }

    public required Answer Answer { get; init; }

    /// <summary>What it must earn, by criterion; criteria that are not named may earn anything.</summary>
    public IReadOnlyDictionary<string, Points> Expected { get; init; } = new Dictionary<string, Points>();

    /// <summary>Where it stands.</summary>
    public required RehearsalPlace Place { get; init; }
}

/// <summary>A place in a rubric file or a file of graded answers.</summary>
internal sealed record RehearsalPlace(string File, int Line, int Column);

/// <summary>A rehearsed answer and what it earned.</summary>
internal sealed record RehearsalRun(RehearsedAnswer Rehearsed, IReadOnlyList<CriterionScore> Scores)
{
    public CriterionScore ScoreOf(string criterionId) =>
        Scores.First(s => string.Equals(s.CriterionId, criterionId, StringComparison.Ordinal));
}
