using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading;

/// <summary>Hands criteria of a kind that the engine cannot score to a person.</summary>
/// <param name="kind">The kind.</param>
internal sealed class UnsupportedCriterionGrader(string kind) : ICriterionGrader
{
    /// <inheritdoc/>
    public string Kind => kind;

    /// <inheritdoc/>
    public IReadOnlyList<CriterionScore> Grade(Question question, IReadOnlyList<Criterion> criteria, Answer answer, GradingContext context) =>
        [.. criteria.Select(c => new CriterionScore
        {
            CriterionId = c.Id,
            CriterionText = c.Text,
            Maximum = c.Maximum,
            Points = Points.Zero,
            Confidence = 0,
            NeedsReview = true,
            Rationale = new LocalizedText("This criterion is judged by a person.", "Dieses Kriterium beurteilt eine Person."),
        })];
}
