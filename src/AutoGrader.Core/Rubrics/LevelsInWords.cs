namespace AutoGrader.Core.Rubrics;

/// <summary>What of a criterion is judged by words.</summary>
internal static class LevelsInWords
{
    /// <summary>The levels in words of a criterion, best first; none where only notation or numbers count.</summary>
    public static IReadOnlyList<Level> Of(Criterion criterion) => criterion switch
    {
        ConceptCriterion concept => concept.Levels,
        ShapesCriterion shapes => shapes.Levels,
        ComplexityCriterion complexity => complexity.Levels,
        _ => [],
    };
}
