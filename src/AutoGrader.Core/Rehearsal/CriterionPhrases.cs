using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Rehearsal;

/// <summary>A phrase of a criterion with its place below the criterion.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Level">The level it is a way to say; <c>null</c> for other phrases.</param>
/// <param name="Path">Keys and indices below the criterion in the rubric file.</param>
internal sealed record PlacedPhrase(Phrase Phrase, Level? Level, object[] Path);

/// <summary>The phrases that decide a criterion, kind by kind. What only names a subject (<c>about</c>) decides nothing.</summary>
internal static class CriterionPhrases
{
    public static IReadOnlyList<PlacedPhrase> Of(Criterion criterion) => criterion switch
    {
        ConceptCriterion concept => [.. OfLevels(concept.Levels), .. List(concept.Contradicts, "contradicts")],
        ShapesCriterion shapes => [.. OfLevels(shapes.Levels), .. List(shapes.Contradicts, "contradicts")],
        ComplexityCriterion complexity => [.. OfLevels(complexity.Levels), .. complexity.Orders.SelectMany(OfOrder)],
        ListCriterion list => [.. List(list.Names, "names")],
        AxisCriterion axis => [.. List(axis.Instead, "instead")],
        _ => [],
    };

    private static IEnumerable<PlacedPhrase> OfLevels(IReadOnlyList<Level> levels) =>
        levels.SelectMany((level, i) => level.Says.Select((phrase, j) => new PlacedPhrase(phrase, level, ["levels", i, "says", j])));

    private static IEnumerable<PlacedPhrase> OfOrder(GrowthLevel order, int index) =>
        order.Unless.Select((phrase, j) => new PlacedPhrase(phrase, null, ["orders", index, "full-points-if", j]));

    private static IEnumerable<PlacedPhrase> List(IReadOnlyList<Phrase> phrases, string key) =>
        phrases.Select((phrase, i) => new PlacedPhrase(phrase, null, [key, i]));
}
