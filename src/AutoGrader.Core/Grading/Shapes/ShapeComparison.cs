using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>
/// Compares the equalities between a student's sizes with those between the rubric's: letters do not matter, which of them are equal does.
/// </summary>
internal static class ShapeComparison
{
    private readonly record struct Place(int Matrix, bool IsRow, string Expected, string Given);

    /// <param name="expected">The rubric's shapes.</param>
    /// <param name="given">The student's shapes of the same matrices in the same order, all symbolic.</param>
    /// <param name="equalities">Equations the student gives beside them.</param>
    public static ShapeVerdict Compare(IReadOnlyList<MatrixShape> expected, IReadOnlyList<MatrixShape> given, SymbolEqualities equalities)
    {
        var (missing, extra) = Differences(expected, given, equalities);
        if (missing.Count == 0 && extra.Count == 0)
            return ShapeVerdict.Right;
        if (given.Distinct().Count() == 1)
            return given[0].Rows == given[0].Columns ? ShapeVerdict.Unclear : ShapeVerdict.AllEqual;
        if (CanBeTransposed(expected, given, equalities))
            return ShapeVerdict.Transposed;
        if (missing.Count == 0)
            return extra.TrueForAll(pair => !pair.Left.IsRow && !pair.Right.IsRow) ? ShapeVerdict.Wrong : ShapeVerdict.LessGeneral;
        // Sizes that are nowhere said to be equal may still be meant to be.
        return extra.Count == 0 ? ShapeVerdict.MoreGeneral : ShapeVerdict.Wrong;
    }

    /// <summary>The rubric's sizes that the student gives as several, where nothing else is wrong.</summary>
    public static IReadOnlyList<string> Separated(IReadOnlyList<MatrixShape> expected, IReadOnlyList<MatrixShape> given,
        SymbolEqualities equalities) =>
        [.. Differences(expected, given, equalities).Missing.Select(p => p.Left.Expected).Distinct()];

    private static (List<(Place Left, Place Right)> Missing, List<(Place Left, Place Right)> Extra) Differences(
        IReadOnlyList<MatrixShape> expected, IReadOnlyList<MatrixShape> given, SymbolEqualities equalities)
    {
        var places = expected.Zip(given).SelectMany((pair, i) => new[]
        {
            new Place(i, true, pair.First.Rows, pair.Second.Rows), new Place(i, false, pair.First.Columns, pair.Second.Columns),
        }).ToList();
        var pairs = places.SelectMany((left, i) => places.Skip(i + 1).Select(right => (Left: left, Right: right))).ToList();
        return (
            pairs.FindAll(p => p.Left.Expected == p.Right.Expected
                && equalities.Between(p.Left.Given, p.Right.Given) != EqualityClaim.Plain),
            pairs.FindAll(p => p.Left.Expected != p.Right.Expected && p.Left.Given == p.Right.Given));
    }

    // Some write keys as columns. With any choice of matrices turned, are the equalities as expected?
    private static bool CanBeTransposed(IReadOnlyList<MatrixShape> expected, IReadOnlyList<MatrixShape> given, SymbolEqualities equalities)
    {
        for (var choice = 1; choice < 1 << Math.Min(given.Count, 8); choice++)
        {
            var turned = given.Select((shape, i) => (choice >> i & 1) == 1 ? new MatrixShape(shape.Columns, shape.Rows) : shape).ToList();
            var (missing, extra) = Differences(expected, turned, equalities);
            if (missing.Count == 0 && extra.Count == 0)
                return true;
        }
        return false;
    }
}
