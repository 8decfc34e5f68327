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
        return [.. criteria.Cast<ShapesCriterion>().Select(c => Score(c, Judge(c, question, answered), answered))];
    }

    private static ShapeJudgement Judge(ShapesCriterion criterion, Question question, AnsweredShapes answered) =>
        criterion.Shared is { } symbol
        ? SharedSymbolJudge.Judge(criterion, symbol, answered)
        : AllShapesJudge.Judge(criterion, question, answered);

    private static CriterionScore Score(ShapesCriterion criterion, ShapeJudgement judgement, AnsweredShapes answered) =>
        CriterionScore.Of(criterion, judgement.Points, answered.Settles(judgement.Confidence), judgement.Rationale) with
        {
            Evidence = [.. judgement.Statements.Distinct().SelectMany(answered.Locate), .. judgement.Sentences.SelectMany(answered.Locate)],
        };
}
