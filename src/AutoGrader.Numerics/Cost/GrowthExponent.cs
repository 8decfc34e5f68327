namespace AutoGrader.Numerics.Cost;

/// <summary>
/// The exponent p of a cost that grows like N^p, from costs at several N: the slope of the straight line through (log N, log cost) with the
/// least squares. For counts it is exact where the count is one power; for measured times it says how they grew over these N, not beyond.
/// </summary>
public static class GrowthExponent
{
    /// <summary>Fits the exponent.</summary>
    /// <param name="lengths">N, above 0; at least two different ones.</param>
    /// <param name="costs">The cost at each N, above 0.</param>
    /// <returns>p; NaN where there are fewer than two different N or a number is not above 0.</returns>
    /// <exception cref="ArgumentException">There are not as many costs as lengths.</exception>
    public static double Of(IReadOnlyList<double> lengths, IReadOnlyList<double> costs)
    {
        if (lengths.Count != costs.Count)
            throw new ArgumentException($"There are {lengths.Count} lengths, but {costs.Count} costs.");
        if (lengths.Count == 0)
            return double.NaN;
        var (x, y) = (lengths.Select(n => Math.Log(n)).ToArray(), costs.Select(c => Math.Log(c)).ToArray());
        var (meanX, meanY) = (x.Average(), y.Average());
        var spread = x.Sum(value => (value - meanX) * (value - meanX));
        var slope = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / spread;
        return double.IsFinite(slope) ? slope : double.NaN;
    }
}
