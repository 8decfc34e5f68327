using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics;

/// <summary>
/// The softmax exp(xᵢ) / Σⱼ exp(xⱼ), computed after subtracting the largest entry (softmax is invariant under shifts), so that no finite
/// logit overflows. Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 4.1; ONNX operator <c>Softmax</c>.
/// </summary>
/// <remarks>
/// Limits are taken where the formula itself has none: an entry of −∞ gets weight 0; where all entries are −∞ (a fully masked row) all
/// weights are 0 and the row does not sum to 1; where entries are +∞ they share the weight 1 evenly. NaN makes its whole row (or column)
/// NaN.
/// </remarks>
public static class Softmax
{
    /// <summary>Normalises every row or every column of a matrix.</summary>
    /// <param name="logits">m×n.</param>
    /// <param name="axis">What sums to 1.</param>
    /// <returns>m×n, entries between 0 and 1.</returns>
    public static Matrix<double> Of(Matrix<double> logits, SoftmaxAxis axis = SoftmaxAxis.Rows)
    {
        var (rows, columns) = (logits.RowCount, logits.ColumnCount);
        var weights = logits.ToColumnMajorArray();
        if (axis == SoftmaxAxis.Columns)
        {
            for (var column = 0; column < columns; column++)
                Normalise(weights.AsSpan(column * rows, rows));
            return Matrix<double>.Build.Dense(rows, columns, weights);
        }

        var entries = new double[columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                entries[column] = weights[column * rows + row];
            Normalise(entries);
            for (var column = 0; column < columns; column++)
                weights[column * rows + row] = entries[column];
        }

        return Matrix<double>.Build.Dense(rows, columns, weights);
    }

    /// <summary>Normalises in place.</summary>
    internal static void Normalise(Span<double> row)
    {
        var largest = double.NegativeInfinity;
        foreach (var logit in row)
            largest = Math.Max(largest, logit); // NaN wins, and stays
        if (double.IsNegativeInfinity(largest))
        {
            row.Clear();
            return;
        }

        var sum = 0.0;
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = double.IsPositiveInfinity(largest) ? (double.IsPositiveInfinity(row[i]) ? 1 : 0) : Math.Exp(row[i] - largest);
            sum += row[i];
        }

        for (var i = 0; i < row.Length; i++)
            row[i] /= sum;
    }
}
