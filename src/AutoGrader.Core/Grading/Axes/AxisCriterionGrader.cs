using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Axes;

/// <summary>
/// Scores criteria of kind <c>axis</c>: collects everything an answer says on the direction of a sum, in words, formulas or code, and
/// decides where all of it agrees. Contradictions and directions that people call either way go to a person.
/// </summary>
internal sealed class AxisCriterionGrader : ICriterionGrader
{
    /// <inheritdoc/>
    public string Kind => "axis";

    /// <inheritdoc/>
    public IReadOnlyList<CriterionScore> Grade(
        Question question, IReadOnlyList<Criterion> criteria, Answer answer, GradingContext context) =>
        [.. criteria.Cast<AxisCriterion>().Select(c => new AxisJudge(question, c, answer, context).Judge())];
}
