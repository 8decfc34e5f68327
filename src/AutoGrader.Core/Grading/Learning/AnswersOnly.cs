using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Learning;

/// <summary>
/// Makes do without a rubric: the criteria are those that answers were graded by, each worth the most that one of them earned. Such a
/// rubric has no rules; everything it suggests is learnt from graded answers.
/// </summary>
public static class AnswersOnly
{
    /// <summary>The rubric of a collection of graded answers. Points are taken to the nearest half-point.</summary>
    public static Rubric RubricOf(IReadOnlyList<AnswerLine> lines)
    {
        var questions =
            from line in lines
            from graded in line.Points
            group graded by (line.QuestionId, Criterion: graded.Key) into criterion
            let maximum = criterion.Max(g => Nearest(g.Value))
            group new ConceptCriterion
            {
                Id = criterion.Key.Criterion,
                Maximum = maximum,
                Text = Name(criterion.Key.Criterion),
                Levels = [new Level(maximum, Name(criterion.Key.Criterion), [])],
            }
            by criterion.Key.QuestionId;
        return new Rubric
        {
            Id = "answers-only",
            Title = Name("answers"),
            Course = Name(""),
            HandIn = new HandInRules(),
            Questions = [.. questions.Select(q => new Question { Id = q.Key, Title = Name(q.Key), Text = Name(""), Criteria = [.. q] })],
        };
    }

    /// <summary>The points that a line gives, to the nearest half-point.</summary>
    public static IReadOnlyDictionary<string, decimal> PointsOf(AnswerLine line) =>
        line.Points.ToDictionary(p => p.Key, p => Nearest(p.Value).Value, StringComparer.Ordinal);

    private static Points Nearest(decimal value) =>
        Points.FromHalfPoints((int)Math.Round(2 * Math.Clamp(value, 0, 1000), MidpointRounding.AwayFromZero));

    private static LocalizedText Name(string text) => new(text, text);
}
