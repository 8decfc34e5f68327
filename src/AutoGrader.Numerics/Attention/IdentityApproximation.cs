using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Attention;

/// <summary>
/// How close attention comes to handing V through unchanged: how far the weights softmax(c·QKᵀ/√d_k) are from the identity I as the scale
/// c grows, for any Q and K with as many queries as keys. Growing c means growing Q (or K) c-fold. Immutable.
/// Source: Vaswani et al., Attention Is All You Need (2017), equation 1. Where QKᵀ = I, row i of the weights is
/// e^(c/√d_k) / (e^(c/√d_k) + N − 1) at i and 1 / (e^(c/√d_k) + N − 1) elsewhere.
/// </summary>
/// <remarks>
/// As c → ∞ the softmax of a row becomes the mean of the unit vectors of its largest logits. So the weights tend to I exactly if in every
/// row the logit on the diagonal is larger than all others. Logits closer to each other than the rounding error of their computation count
/// as equal.
/// </remarks>
public sealed class IdentityApproximation
{
    private readonly double[][] _logits;
    private readonly double[] _roundings;

    /// <summary>Takes the matrices at c = 1.</summary>
    /// <param name="queries">Q, N×d_k.</param>
    /// <param name="keys">K, N×d_k.</param>
    /// <exception cref="ShapeMismatchException">Q and K differ in shape: without as many queries as keys there is no I.</exception>
    /// <exception cref="ArgumentException">The logits are not all finite.</exception>
    public IdentityApproximation(Matrix<double> queries, Matrix<double> keys)
    {
        if (Shape.Of(queries) != Shape.Of(keys))
            throw new ShapeMismatchException(
                "The distance from the identity", "Q", Shape.Of(queries), "K", Shape.Of(keys), "Q and K need the same shape N×d_k");
        _logits = ScaledDotProductAttention.Scores(queries, keys).ToRowArrays();
        if (_logits.Any(row => !Array.TrueForAll(row, double.IsFinite)))
            throw new ArgumentException("The logits QKᵀ/√d_k are not all finite.");
        _roundings = RoundingErrors(queries, keys);
    }

    /// <summary>N, the number of queries and of keys.</summary>
    public int Size => _logits.Length;

    /// <summary>Whether the weights tend to the identity as c → ∞.</summary>
    public bool Converges => Enumerable.Range(0, Size).All(IsWonByDiagonal);

    /// <summary>The weights softmax(c·QKᵀ/√d_k), N×N.</summary>
    /// <param name="scale">c, finite.</param>
    public Matrix<double> Weights(double scale) =>
        Matrix<double>.Build.DenseOfRowArrays(_logits.Select(row => Normalised(Exponentials(row, scale))));

    /// <summary>The limit of the weights as c → ∞, N×N: each row shares 1 evenly among its largest logits.</summary>
    public Matrix<double> Limit() =>
        Matrix<double>.Build.DenseOfRowArrays(_logits.Select((row, i) => Normalised(Winners(row, row.Max() - _roundings[i]))));

    /// <summary>How far the weights are from the identity.</summary>
    /// <param name="scale">c, finite.</param>
    public IdentityDistance Distance(double scale)
    {
        var (largest, squares) = (0.0, 0.0);
        for (var i = 0; i < Size; i++)
        {
            // 1 − p_ii as the sum of the others keeps its digits where p_ii is all but 1.
            var exponentials = Exponentials(_logits[i], scale);
            var sum = exponentials.Sum();
            var missing = 0.0;
            for (var j = 0; j < Size; j++)
            {
                if (j == i)
                    continue;
                missing += exponentials[j];
                squares += exponentials[j] / sum * (exponentials[j] / sum);
            }

            squares += missing / sum * (missing / sum);
            largest = Math.Max(largest, missing / sum);
        }

        return new IdentityDistance(largest, Math.Sqrt(squares));
    }

    /// <summary>How far the output is from V: the largest magnitude of an entry of softmax(c·QKᵀ/√d_k)·V − V.</summary>
    /// <param name="values">V, N×d_v.</param>
    /// <param name="scale">c, finite.</param>
    /// <exception cref="ShapeMismatchException">V has not N rows.</exception>
    public double OutputDistance(Matrix<double> values, double scale)
    {
        if (values.RowCount != Size)
            throw new ShapeMismatchException(
                "The distance from V", "softmax(QKᵀ/√d_k)", new Shape(Size, Size), "V", Shape.Of(values), "V needs as many rows as K");
        return (Weights(scale) * values - values).Enumerate().Aggregate(0.0, (largest, x) => Math.Max(largest, Math.Abs(x)));
    }

    /// <summary>The least c from which on every weight is at most so far from the identity.</summary>
    /// <param name="tolerance">The <see cref="IdentityDistance.Maximum"/> to reach, between 0 and 1, both excluded.</param>
    /// <returns>
    /// c at least 0, accurate to rounding; <c>null</c> where the weights do not tend to the identity or c is too large for a number.
    /// </returns>
    public double? ScaleFor(double tolerance)
    {
        if (tolerance is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance must lie between 0 and 1.");
        if (!Converges)
            return null;
        // With gaps g to the largest logit the distance is Σe^(−cg) / (1 + Σe^(−cg)): it falls as c grows.
        var (low, high) = (0.0, 1.0);
        if (Distance(low).Maximum <= tolerance)
            return low;
        while (Distance(high).Maximum > tolerance)
        {
            (low, high) = (high, 2 * high);
            if (double.IsInfinity(high))
                return null;
        }

        for (var middle = low; ;)
        {
            middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                return high;
            (low, high) = Distance(middle).Maximum <= tolerance ? (low, middle) : (middle, high);
        }
    }

    private static double[] Winners(double[] row, double least) => [.. row.Select(logit => logit >= least ? 1.0 : 0.0)];

    private bool IsWonByDiagonal(int i)
    {
        for (var j = 0; j < Size; j++)
        {
            if (j != i && _logits[i][j] >= _logits[i][i] - _roundings[i])
                return false;
        }

        return true;
    }

    /// <summary>e^(c·x) of every logit, divided by the largest.</summary>
    private static double[] Exponentials(double[] row, double scale)
    {
        if (!double.IsFinite(scale))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be finite.");
        var top = scale >= 0 ? row.Max() : row.Min();
        return [.. row.Select(logit => scale == 0 || logit == top ? 1 : Math.Exp(scale * (logit - top)))];
    }

    private static double[] Normalised(double[] row)
    {
        var sum = row.Sum();
        return [.. row.Select(x => x / sum)];
    }

    /// <summary>
    /// For each row twice the bound of the rounding error of its logits, d_k·2⁻⁵³·|q|·|k| and a little.
    /// Source: Higham, Accuracy and Stability of Numerical Algorithms, 2nd edition (2002), section 3.1.
    /// </summary>
    private static double[] RoundingErrors(Matrix<double> queries, Matrix<double> keys)
    {
        var magnitudes = ScaledDotProductAttention.Scores(queries.PointwiseAbs(), keys.PointwiseAbs());
        return [.. magnitudes.ToRowArrays().Select(row => 2 * (queries.ColumnCount + 2) * Math.Pow(2, -53) * row.Max())];
    }
}

/// <summary>The distance of N×N weights P from the identity.</summary>
/// <param name="Maximum">max |P − I| over the entries: the largest share that a query does not give to its own key. 0 to 1.</param>
/// <param name="Frobenius">The root of the sum of the squares of P − I.</param>
public readonly record struct IdentityDistance(double Maximum, double Frobenius);
