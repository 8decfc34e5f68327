using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Judge;

/// <summary>What a judge is shown: one criterion and one answer. Nothing says whose answer it is.</summary>
/// <param name="Question">The question.</param>
/// <param name="Criterion">The criterion.</param>
/// <param name="Answer">The student's text.</param>
public sealed record JudgeQuestion(Question Question, ConceptCriterion Criterion, string Answer)
{
    /// <summary>Longer answers are not shown: cut off, they would be other answers.</summary>
    public const int LongestAnswer = 8000;

    /// <summary>The points that a judge may give.</summary>
    public IReadOnlyList<Points> Levels =>
        [.. Criterion.Levels.Select(l => l.Points).Append(Points.Zero).Append(Criterion.Maximum).Distinct().OrderDescending()];
}
