using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>
/// Scores criteria of kind <c>shapes</c>: reads which sizes a student gives to which matrix, in any letters, and compares which of them are
/// equal. Where no shapes are written, what is said in words decides. Half-understood shapes go to a person.
/// </summary>
internal sealed class ShapesCriterionGrader : ICriterionGrader
{
    /// <inheritdoc/>
    public string Kind => "shapes";

    /// <inheritdoc/>
    public IReadOnlyList<CriterionScore> Grade(Question question, IReadOnlyList<Criterion> criteria, Answer answer, GradingContext context)
    {
        var answered = new AnsweredShapes(question, answer);
        return [.. criteria.Cast<ShapesCriterion>()
            .Select(c => Score(c, c.Shared is { } symbol ? SharedSymbolJudge.Judge(c, symbol, answered)
            : AllShapesJudge.Judge(c, answered), answered))];
    }

    private static CriterionScore Score(ShapesCriterion criterion, ShapeJudgement judgement, AnsweredShapes answered) => new()
    {
        CriterionId = criterion.Id,
        CriterionText = criterion.Text,
        Maximum = criterion.Maximum,
        Points = judgement.Points,
        Confidence = answered.Settles(judgement.Confidence),
        NeedsReview = false,
        Rationale = judgement.Rationale,
        Evidence = [.. judgement.Statements.Distinct().SelectMany(answered.Locate), .. judgement.Sentences.SelectMany(answered.Locate)],
    };
}
