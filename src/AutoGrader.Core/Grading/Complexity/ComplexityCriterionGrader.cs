using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Complexity;

/// <summary>
/// Scores criteria of kind <c>complexity</c>: finds the orders of growth a student writes, attributes each to what it is said of, and
/// compares them with the rubric's by algebra. Words decide only where nothing is written. Whatever is attributed or understood by halves
/// goes to a person.
/// </summary>
internal sealed class ComplexityCriterionGrader : ICriterionGrader
{
    /// <inheritdoc/>
    public string Kind => "complexity";

    /// <inheritdoc/>
    public IReadOnlyList<CriterionScore> Grade(Question question, IReadOnlyList<Criterion> criteria, Answer answer, GradingContext context)
    {
        var all = criteria.Cast<ComplexityCriterion>().ToList();
        var answered = new AnsweredOrders(question, all, answer);
        return
        [
            .. all.Select((criterion, subject) => Score(criterion, ComplexityJudge.Judge(criterion, subject, answered), answered, answer)),
        ];
    }

    private static CriterionScore Score(
        ComplexityCriterion criterion,
        ComplexityJudgement judgement,
        AnsweredOrders answered,
        Answer answer)
    {
        var confidence = answered.CorrectsItself
            ? Math.Min(judgement.Confidence, ComplexityConfidence.Unclear)
            : judgement.Confidence;
        return CriterionScore.Of(criterion, judgement.Points, confidence, judgement.Rationale) with
        {
            Evidence =
            [
                .. judgement.Orders.SelectMany(o => EvidenceFinder.Find(answer.Blocks[o.Block], o.Start, o.Length)),
                .. judgement.Sentences.SelectMany(s => EvidenceFinder.Find(answer.Blocks[s.Block], s.Start, s.Length)),
            ],
        };
    }
}
