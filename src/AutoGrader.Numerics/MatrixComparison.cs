using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics;

/// <summary>Compares a matrix with an expected one, entry by entry.</summary>
public static class MatrixComparison
{
    /// <summary>All entries that differ, row by row; the first is the first difference, none means equal.</summary>
    /// <param name="expected">m×n.</param>
    /// <param name="actual">m×n.</param>
    /// <param name="tolerance">When two entries count as equal.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    public static IReadOnlyList<EntryDifference> Differences(Matrix<double> expected, Matrix<double> actual, Tolerance tolerance)
    {
        if (Shape.Of(expected) != Shape.Of(actual))
            throw new ShapeMismatchException(
                "The comparison", "expected", Shape.Of(expected), "actual", Shape.Of(actual), "the shapes must be equal");
        var differences = new List<EntryDifference>();
        for (var row = 0; row < expected.RowCount; row++)
        {
            for (var column = 0; column < expected.ColumnCount; column++)
            {
                if (!tolerance.Accepts(expected[row, column], actual[row, column]))
                    differences.Add(new EntryDifference(row, column, expected[row, column], actual[row, column]));
            }
        }

        return differences;
    }

    /// <summary>Whether shapes and all entries are equal. Differing shapes are an answer here, not an error.</summary>
    public static bool AreEqual(Matrix<double> expected, Matrix<double> actual, Tolerance tolerance) =>
        Shape.Of(expected) == Shape.Of(actual) && Differences(expected, actual, tolerance).Count == 0;
}
