using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Learning;

/// <summary>
/// A criterion that is learnt from graded answers: a concept. What is read in notation is a fact or a doubt, and similar words make it no
/// surer (docs/adr/0017-notation-is-read-not-learnt.md).
/// </summary>
internal sealed class LearntCriterion
{
    private LearntCriterion(Question question, ConceptCriterion criterion)
    {
        IReadOnlyList<Phrase> phrases = [.. criterion.Levels.SelectMany(l => l.Says), .. criterion.Contradicts];
        Question = question;
        Criterion = criterion;
        HasRules = phrases.Count > 0;
        Terms = new TermReader(phrases);
        Levels = [.. Enumerable.Range(0, criterion.Maximum.HalfPoints + 1).Select(h => Points.FromHalfPoints(h).Value)];
    }

    public Question Question { get; }

    public ConceptCriterion Criterion { get; }

    /// <summary>Whether the rubric has rules for it; without any, all that is known is learnt.</summary>
    public bool HasRules { get; }

    /// <summary>Reads what an answer says about it.</summary>
    public TermReader Terms { get; }

    /// <summary>The points that can be earned.</summary>
    public IReadOnlyList<decimal> Levels { get; }

    /// <summary>The learnt criteria of a rubric.</summary>
    public static IEnumerable<LearntCriterion> Of(Rubric rubric) =>
        from question in rubric.Questions
        from criterion in question.Criteria.OfType<ConceptCriterion>()
        select new LearntCriterion(question, criterion);
}
