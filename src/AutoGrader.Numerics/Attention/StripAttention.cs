using AutoGrader.Numerics.Kernels;

namespace AutoGrader.Numerics.Attention;

/// <summary>
/// Attention without softmax, or normalised over the queries, for any size: the scores of all queries with a strip of keys at a time, so
/// that what is normalised is complete. Memory: N_Q times the width of a strip. Infinities and NaN follow IEEE arithmetic and
/// <see cref="Numerics.Softmax"/>.
/// </summary>
internal static class StripAttention
{
    private const int StripKeys = 128;

    /// <summary>Adds weights·V to the output.</summary>
    public static void AddTo(AttentionProblem problem)
    {
        var (queries, keys) = (problem.Queries, problem.Keys);
        var packed = PackedPanels.Left(queries);
        var scores = new double[checked(queries.Rows * Math.Min(StripKeys, keys.Rows))];
        for (var start = 0; start < keys.Rows; start += StripKeys)
        {
            var count = Math.Min(StripKeys, keys.Rows - start);
            var strip = DenseView.ColumnMajor(scores, queries.Rows, count);
            Array.Clear(scores);
            DenseProduct.MultiplyPacked(packed, PackedPanels.Right(keys.Block(start, count, 0, keys.Columns).Transpose()), strip);
            Workers.Run(count, 10.0 * queries.Rows * count, key => Finish(problem, scores, start, key));
            DenseProduct.MultiplyAdd(strip, problem.Values.Block(start, count, 0, problem.Values.Columns), problem.Output);
        }
    }

    private static void Finish(AttentionProblem problem, double[] scores, int start, int key)
    {
        var column = scores.AsSpan(key * problem.Queries.Rows, problem.Queries.Rows);
        problem.Rule.Apply(column, 0, start + key);
        if (problem.Options.Softmax)
            Softmax.Normalise(column);
    }
}
