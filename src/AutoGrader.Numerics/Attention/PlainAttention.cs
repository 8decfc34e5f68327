namespace AutoGrader.Numerics.Attention;

/// <summary>
/// Attention straight from its equation, with plain sums in order: exact where the numbers are, the same bits on every machine, and right
/// for infinities and NaN. For small matrices, and for what the blockwise way hands back. Memory: one row or column of scores.
/// </summary>
internal static class PlainAttention
{
    /// <summary>Adds weights·V to rows of the output, for weights normalised over the keys or not at all.</summary>
    /// <param name="problem">Q, K, V and options.</param>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row after the last.</param>
    public static void AddRows(AttentionProblem problem, int first, int end)
    {
        var weights = new double[problem.Keys.Rows];
        for (var query = first; query < end; query++)
        {
            for (var key = 0; key < weights.Length; key++)
            {
                weights[key] = Product(problem, query, key);
                problem.Rule.Apply(weights.AsSpan(key, 1), query, key);
            }

            if (problem.Options.Softmax)
                Softmax.Normalise(weights);
            for (var key = 0; key < weights.Length; key++)
                Add(problem, query, key, weights[key]);
        }
    }

    /// <summary>Adds weights·V to the output, for weights normalised over the queries.</summary>
    public static void AddNormalisedOverQueries(AttentionProblem problem)
    {
        var weights = new double[problem.Queries.Rows];
        for (var key = 0; key < problem.Keys.Rows; key++)
        {
            for (var query = 0; query < weights.Length; query++)
                weights[query] = Product(problem, query, key);
            problem.Rule.Apply(weights, 0, key);
            Softmax.Normalise(weights);
            for (var query = 0; query < weights.Length; query++)
                Add(problem, query, key, weights[query]);
        }
    }

    private static double Product(AttentionProblem problem, int query, int key)
    {
        var sum = 0.0;
        for (var k = 0; k < problem.Queries.Columns; k++)
            sum += problem.Queries[query, k] * problem.Keys[key, k];
        return sum;
    }

    private static void Add(AttentionProblem problem, int query, int key, double weight)
    {
        for (var column = 0; column < problem.Values.Columns; column++)
            problem.Output[query, column] += weight * problem.Values[key, column];
    }
}
