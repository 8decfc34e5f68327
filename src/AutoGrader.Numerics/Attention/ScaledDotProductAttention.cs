using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Attention;

/// <summary>
/// Attention(Q, K, V) = softmax(QKᵀ/√d_k)·V in three functions that build on each other. One head, no mask.
/// Source: Vaswani et al., Attention Is All You Need (2017), equation 1; with one head the same as the ONNX operator <c>Attention</c>
/// (opset 23).
/// </summary>
/// <remarks>
/// Shapes: Q is N_Q×d_k, K is N_KV×d_k, V is N_KV×d_v. N_Q and N_KV may differ (cross attention), so may d_k and d_v.
/// Infinities and NaN follow IEEE arithmetic in the products and <see cref="Numerics.Softmax"/> in the weights.
/// </remarks>
public static class ScaledDotProductAttention
{
    /// <summary>The scaled scores QKᵀ·scale, before any softmax.</summary>
    /// <param name="queries">Q, N_Q×d_k.</param>
    /// <param name="keys">K, N_KV×d_k.</param>
    /// <param name="options">The scale; the softmax is not used here.</param>
    /// <returns>N_Q×N_KV: a row per query, a column per key.</returns>
    /// <exception cref="ShapeMismatchException">Q and K differ in d_k.</exception>
    public static Matrix<double> Scores(Matrix<double> queries, Matrix<double> keys, AttentionOptions? options = null)
    {
        if (queries.ColumnCount != keys.ColumnCount)
            throw new ShapeMismatchException(
                "QKᵀ", "Q", Shape.Of(queries), "K", Shape.Of(keys), "Q and K need the same number of columns d_k");
        var products = queries.TransposeAndMultiply(keys);
        var scale = (options ?? AttentionOptions.Default).Scale;
        // Dividing by √d_k is exact where multiplying by its rounded inverse is not (d_k = 9).
        return scale is { } factor ? products * factor : products / Math.Sqrt(keys.ColumnCount);
    }

    /// <summary>The weights softmax(QKᵀ·scale), each row over the keys; the scores themselves where the softmax is off.</summary>
    /// <param name="queries">Q, N_Q×d_k.</param>
    /// <param name="keys">K, N_KV×d_k.</param>
    /// <param name="options">Scale and softmax.</param>
    /// <returns>N_Q×N_KV; with softmax every row sums to 1.</returns>
    /// <exception cref="ShapeMismatchException">Q and K differ in d_k.</exception>
    public static Matrix<double> Weights(Matrix<double> queries, Matrix<double> keys, AttentionOptions? options = null)
    {
        options ??= AttentionOptions.Default;
        var scores = Scores(queries, keys, options);
        return options.Softmax ? Softmax.Of(scores) : scores;
    }

    /// <summary>The output weights·V.</summary>
    /// <param name="queries">Q, N_Q×d_k.</param>
    /// <param name="keys">K, N_KV×d_k.</param>
    /// <param name="values">V, N_KV×d_v.</param>
    /// <param name="options">Scale and softmax.</param>
    /// <returns>N_Q×d_v: a row per query.</returns>
    /// <exception cref="ShapeMismatchException">Q and K differ in d_k, or K and V in N_KV.</exception>
    public static Matrix<double> Output(
        Matrix<double> queries, Matrix<double> keys, Matrix<double> values, AttentionOptions? options = null)
    {
        if (keys.RowCount != values.RowCount)
            throw new ShapeMismatchException(
                "Attention", "K", Shape.Of(keys), "V", Shape.Of(values), "K and V need the same number of rows N_KV");
        return Weights(queries, keys, options) * values;
    }
}
