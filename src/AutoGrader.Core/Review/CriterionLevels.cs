using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Review;

/// <summary>Points that a person may give for a criterion, and what they mean.</summary>
/// <param name="Points">The points.</param>
/// <param name="Text">What earns them; <c>null</c> where the rubric does not say.</param>
public sealed record ReviewLevel(Points Points, LocalizedText? Text);

/// <summary>What a person may give for a criterion.</summary>
public static class CriterionLevels
{
    private static readonly LocalizedText Nothing = new("Nothing of it.", "Nichts davon.");

    /// <summary>Every half-point from the maximum down to none.</summary>
    public static IReadOnlyList<ReviewLevel> Of(Criterion criterion) =>
    [
        .. Enumerable.Range(0, criterion.Maximum.HalfPoints + 1).Reverse().Select(Points.FromHalfPoints)
            .Select(points => new ReviewLevel(points, TextOf(criterion, points))),
    ];

    private static LocalizedText? TextOf(Criterion criterion, Points points)
    {
        if (points == criterion.Maximum)
            return criterion.Text;
        return NamedLevels(criterion).FirstOrDefault(l => l.Points == points)?.Text ?? (points == Points.Zero ? Nothing : null);
    }

    private static IEnumerable<ReviewLevel> NamedLevels(Criterion criterion) => criterion switch
    {
        // A level of 0 points lists what is said instead; another answer that earns nothing need not say it.
        ConceptCriterion concept => Named(concept.Levels.Where(l => l.Points > Points.Zero)),
        ShapesCriterion shapes => Named(shapes.Levels),
        ComplexityCriterion complexity => complexity.Orders.Where(o => o.Points > Points.Zero)
            .Select(o => new ReviewLevel(o.Points, o.Text)).Concat(Named(complexity.Levels)),
        MatrixCriterion matrix => matrix.PointsByWrongEntries.Index().Select(w => new ReviewLevel(w.Item, WrongEntries(w.Index))),
        _ => [],
    };

    private static IEnumerable<ReviewLevel> Named(IEnumerable<Level> levels) => levels.Select(l => new ReviewLevel(l.Points, l.Text));

    private static LocalizedText WrongEntries(int count) => count == 1
        ? new LocalizedText("One entry wrong.", "Ein Eintrag falsch.")
        : new LocalizedText($"{count} entries wrong.", $"{count} Einträge falsch.");
}
