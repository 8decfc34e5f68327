using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>
/// Scores criteria of kind <c>concept</c>: whether an idea is expressed in free text. Decides where the rubric's phrases decide; whatever
/// they leave open goes to a person with a suggestion.
/// </summary>
internal sealed class ConceptCriterionGrader : ICriterionGrader
{
    private const double TakenBack = 0.5;

    /// <inheritdoc/>
    public string Kind => "concept";

    /// <inheritdoc/>
    public IReadOnlyList<CriterionScore> Grade(Question question, IReadOnlyList<Criterion> criteria, Answer answer, GradingContext context)
    {
        var concepts = criteria.Cast<ConceptCriterion>().ToList();
        var judge = new ConceptJudge(question, concepts, answer);
        return [.. concepts.Select(c => Score(c, judge.Judge(c), judge, answer))];
    }

    private static CriterionScore Score(ConceptCriterion criterion, ConceptJudgement judgement, ConceptJudge judge, Answer answer)
    {
        var isUnsettled = judge.IsUnsettled || (judge.RefersElsewhere && judgement.Basis != ConceptBasis.FullLevel);
        var confidence = Math.Min(ConceptConfidence.Of(judgement.Basis), isUnsettled ? TakenBack : 1);
        return CriterionScore.Of(criterion, judgement.Points, confidence, ConceptRationale.Of(criterion, judgement)) with
        {
            NeedsReview = isUnsettled,
            Evidence =
            [
                .. (judgement.Hit?.Sentences ?? []).SelectMany(s => EvidenceFinder.Find(answer.Blocks[s.Block], s.Start, s.Length)),
            ],
        };
    }
}
