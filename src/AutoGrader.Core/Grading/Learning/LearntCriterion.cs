using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Learning;

/// <summary>A criterion that is learnt from graded answers: all but matrices, whose entries are compared.</summary>
internal sealed class LearntCriterion
{
    private LearntCriterion(Question question, Criterion criterion)
    {
        Question = question;
        Criterion = criterion;
        Terms = new TermReader(PhrasesOf(criterion));
        Levels = [.. Enumerable.Range(0, criterion.Maximum.HalfPoints + 1).Select(h => Points.FromHalfPoints(h).Value)];
    }

    public Question Question { get; }

    public Criterion Criterion { get; }

    /// <summary>Reads what an answer says about it.</summary>
    public TermReader Terms { get; }

    /// <summary>Whether the rubric has rules for it; without any, all that is known is learnt.</summary>
    public bool HasRules => Criterion is not ConceptCriterion || PhrasesOf(Criterion).Any();

    /// <summary>The points that can be earned.</summary>
    public IReadOnlyList<decimal> Levels { get; }

    /// <summary>The learnt criteria of a rubric.</summary>
    public static IEnumerable<LearntCriterion> Of(Rubric rubric) =>
        from question in rubric.Questions
        from criterion in question.Criteria
        where criterion is not MatrixCriterion
        select new LearntCriterion(question, criterion);

    private static IEnumerable<Phrase> PhrasesOf(Criterion criterion) => criterion switch
    {
        ConceptCriterion c => [.. c.Levels.SelectMany(l => l.Says), .. c.Contradicts],
        ShapesCriterion c => [.. c.Levels.SelectMany(l => l.Says), .. c.Contradicts],
        ComplexityCriterion c => c.Levels.SelectMany(l => l.Says),
        _ => [],
    };
}
