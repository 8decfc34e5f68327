using AutoGrader.Numerics.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Attention;

/// <summary>
/// Attention(Q, K, V) = softmax(QKᵀ/√d_k)·V of one head in three functions that build on each other; scale, soft cap, masks and softmax
/// as the options say. For several heads: <see cref="MultiHeadAttention"/>.
/// Source: Vaswani et al., Attention Is All You Need (2017), equation 1; with one head the same as the ONNX operator <c>Attention</c>
/// (opset 23 and 24) where that defines it.
/// </summary>
/// <remarks>
/// Shapes: Q is N_Q×d_k, K is N_KV×d_k, V is N_KV×d_v. N_Q and N_KV may differ (cross attention), so may d_k and d_v.
/// Where there is no key, or every key is masked, weights and output are 0. Infinities and NaN follow IEEE arithmetic in the products
/// (an excluded pair has weight 0, and 0·∞ is NaN) and <see cref="Numerics.Softmax"/> in the weights.
/// Small heads are plain sums in order: exact where the numbers are, the same bits on every machine. Large ones use vectors and all cores:
/// the same bits whatever the number of cores, but not on every kind of machine.
/// </remarks>
public static class ScaledDotProductAttention
{
    /// <summary>The scores: QKᵀ·scale, capped and masked, before any softmax. An excluded pair has −∞.</summary>
    /// <param name="queries">Q, N_Q×d_k.</param>
    /// <param name="keys">K, N_KV×d_k.</param>
    /// <param name="options">Scale, soft cap and masks; the softmax is not used here.</param>
    /// <returns>N_Q×N_KV: a row per query, a column per key.</returns>
    /// <exception cref="ShapeMismatchException">
    /// Q and K differ in d_k, d_k is 0, the mask does not fit, or the result would have more entries than an array can hold.
    /// </exception>
    public static Matrix<double> Scores(Matrix<double> queries, Matrix<double> keys, AttentionOptions? options = null) =>
        ScoresWith(queries, keys, options ?? AttentionOptions.Default, double.NegativeInfinity);

    /// <summary>
    /// The weights: the softmax of the scores, each row over the keys (or each column over the queries). Where the softmax is off, the
    /// scores themselves, and 0 for excluded pairs.
    /// </summary>
    /// <param name="queries">Q, N_Q×d_k.</param>
    /// <param name="keys">K, N_KV×d_k.</param>
    /// <param name="options">Scale, soft cap, masks, softmax and its axis.</param>
    /// <returns>N_Q×N_KV; with softmax every row (or column) sums to 1, or is 0 where everything is masked.</returns>
    /// <exception cref="ShapeMismatchException">As for the scores.</exception>
    public static Matrix<double> Weights(Matrix<double> queries, Matrix<double> keys, AttentionOptions? options = null)
    {
        options ??= AttentionOptions.Default;
        var scores = ScoresWith(queries, keys, options, Excluded(options));
        return options.Softmax ? Softmax.Of(scores, options.SoftmaxAxis) : scores;
    }

    /// <summary>The output weights·V. No N_Q×N_KV matrix is made for it: the memory is that of the matrices given.</summary>
    /// <param name="queries">Q, N_Q×d_k.</param>
    /// <param name="keys">K, N_KV×d_k.</param>
    /// <param name="values">V, N_KV×d_v.</param>
    /// <param name="options">Scale, soft cap, masks, softmax and its axis.</param>
    /// <returns>N_Q×d_v: a row per query.</returns>
    /// <exception cref="ShapeMismatchException">
    /// Q and K differ in d_k, d_k is 0, K and V differ in N_KV, the mask does not fit, or the result would have more entries than an array
    /// can hold.
    /// </exception>
    public static Matrix<double> Output(
        Matrix<double> queries, Matrix<double> keys, Matrix<double> values, AttentionOptions? options = null)
    {
        AttentionShapes.CheckProducts(Shape.Of(queries), Shape.Of(keys));
        AttentionShapes.CheckValues(Shape.Of(keys), Shape.Of(values));
        var output = AttentionShapes.Allocate(
            "Attention", "Q", Shape.Of(queries), "V", Shape.Of(values), queries.RowCount, values.ColumnCount);
        Solve(DenseView.Of(queries), DenseView.Of(keys), DenseView.Of(values), output, options ?? AttentionOptions.Default);
        return Matrix<double>.Build.Dense(output.Rows, output.Columns, output.Data);
    }

    /// <summary>Computes the output of a head whose shapes have been checked.</summary>
    internal static void Solve(DenseView queries, DenseView keys, DenseView values, DenseView output, AttentionOptions options)
    {
        var rule = new ScoreRule(options, queries.Columns, new Shape(queries.Rows, keys.Rows), Excluded(options));
        new AttentionProblem(queries, keys, values, output, options, rule).Solve();
    }

    private static Matrix<double> ScoresWith(Matrix<double> queries, Matrix<double> keys, AttentionOptions options, double excluded)
    {
        var (q, k) = (Shape.Of(queries), Shape.Of(keys));
        AttentionShapes.CheckProducts(q, k);
        var rule = new ScoreRule(options, q.Columns, new Shape(q.Rows, k.Rows), excluded);
        var scores = AttentionShapes.Allocate("QKᵀ", "Q", q, "K", k, q.Rows, k.Rows);
        DenseProduct.MultiplyAdd(DenseView.Of(queries), DenseView.Of(keys).Transpose(), scores);
        Workers.Run(k.Rows, scores.Data.Length, key => rule.Apply(scores.Data.AsSpan(key * q.Rows, q.Rows), 0, key));
        return Matrix<double>.Build.Dense(q.Rows, k.Rows, scores.Data);
    }

    private static double Excluded(AttentionOptions options) => options.Softmax ? double.NegativeInfinity : 0;
}
