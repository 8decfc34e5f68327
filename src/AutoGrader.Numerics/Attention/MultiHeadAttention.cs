using AutoGrader.Numerics.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Attention;

/// <summary>
/// Attention of several heads, each on its own columns of Q, K and V, with its output in its own columns; heads of the queries may share
/// heads of keys and values in groups. Without projections: Q, K and V are projected already, and the output is not yet.
/// Source: Vaswani et al., Attention Is All You Need (2017), section 3.2.2; Ainslie et al., GQA (2023), section 2.2; the ONNX operator
/// <c>Attention</c> (opset 23 and 24) with inputs of three dimensions and one sequence.
/// </summary>
/// <remarks>
/// Shapes: Q is N_Q×(h·d_k), K is N_KV×(g·d_k), V is N_KV×(g·d_v) for h heads of queries and g heads of keys and values, h a multiple of g.
/// Head i takes the i-th d_k columns of Q, and head ⌊i·g/h⌋ of K and V: g = h is plain multi-head, g = 1 multi-query attention.
/// </remarks>
public sealed class MultiHeadAttention
{
    /// <summary>Sets the numbers of heads.</summary>
    /// <param name="queryHeads">h, at least 1.</param>
    /// <param name="keyValueHeads">g, a divisor of h; <c>null</c> for h.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1, or g does not divide h.</exception>
    public MultiHeadAttention(int queryHeads, int? keyValueHeads = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(queryHeads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(keyValueHeads ?? queryHeads, 1, nameof(keyValueHeads));
        (QueryHeads, KeyValueHeads) = (queryHeads, keyValueHeads ?? queryHeads);
        if (QueryHeads % KeyValueHeads != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(keyValueHeads),
                keyValueHeads,
                $"The {QueryHeads} heads of the queries must be a multiple of those of keys and values.");
        }
    }

    /// <summary>h.</summary>
    public int QueryHeads { get; }

    /// <summary>g.</summary>
    public int KeyValueHeads { get; }

    /// <summary>The scores of every head, as <see cref="ScaledDotProductAttention.Scores"/>.</summary>
    /// <param name="queries">Q, N_Q×(h·d_k).</param>
    /// <param name="keys">K, N_KV×(g·d_k).</param>
    /// <param name="options">The same for every head; d_k of the default scale is that of a head.</param>
    /// <returns>h matrices N_Q×N_KV.</returns>
    /// <exception cref="ShapeMismatchException">The columns are no such multiples, or as for one head.</exception>
    public IReadOnlyList<Matrix<double>> Scores(Matrix<double> queries, Matrix<double> keys, AttentionOptions? options = null) =>
        PerHead(queries, keys, (q, k) => ScaledDotProductAttention.Scores(q, k, options));

    /// <summary>The weights of every head, as <see cref="ScaledDotProductAttention.Weights"/>.</summary>
    /// <param name="queries">Q, N_Q×(h·d_k).</param>
    /// <param name="keys">K, N_KV×(g·d_k).</param>
    /// <param name="options">The same for every head; d_k of the default scale is that of a head.</param>
    /// <returns>h matrices N_Q×N_KV.</returns>
    /// <exception cref="ShapeMismatchException">The columns are no such multiples, or as for one head.</exception>
    public IReadOnlyList<Matrix<double>> Weights(Matrix<double> queries, Matrix<double> keys, AttentionOptions? options = null) =>
        PerHead(queries, keys, (q, k) => ScaledDotProductAttention.Weights(q, k, options));

    /// <summary>The output of all heads side by side.</summary>
    /// <param name="queries">Q, N_Q×(h·d_k).</param>
    /// <param name="keys">K, N_KV×(g·d_k).</param>
    /// <param name="values">V, N_KV×(g·d_v).</param>
    /// <param name="options">The same for every head; d_k of the default scale is that of a head.</param>
    /// <param name="masks">A mask for each of the h heads, in place of that of the options; <c>null</c> for none such.</param>
    /// <returns>N_Q×(h·d_v).</returns>
    /// <exception cref="ShapeMismatchException">The columns are no such multiples, or as for one head.</exception>
    /// <exception cref="ArgumentException">The number of masks is not h.</exception>
    public Matrix<double> Output(
        Matrix<double> queries,
        Matrix<double> keys,
        Matrix<double> values,
        AttentionOptions? options = null,
        IReadOnlyList<AttentionMask?>? masks = null)
    {
        options ??= AttentionOptions.Default;
        if (masks is not null && masks.Count != QueryHeads)
            throw new ArgumentException($"There are {masks.Count} masks for {QueryHeads} heads.", nameof(masks));
        var keyDimension = KeyDimension(queries, keys);
        AttentionShapes.CheckValues(Shape.Of(keys), Shape.Of(values));
        var valueDimension = values.ColumnCount / KeyValueHeads;
        if (valueDimension * KeyValueHeads != values.ColumnCount)
            throw Indivisible("K", Shape.Of(keys), "V", Shape.Of(values), $"V needs a multiple of {KeyValueHeads} columns");
        var output = AttentionShapes.Allocate(
            "Multi-head attention", "Q", Shape.Of(queries), "V", Shape.Of(values), queries.RowCount, checked(valueDimension * QueryHeads));
        var (q, k, v) = (DenseView.Of(queries), DenseView.Of(keys), DenseView.Of(values));
        for (var head = 0; head < QueryHeads; head++)
        {
            var shared = SharedHead(head);
            ScaledDotProductAttention.Solve(
                Head(q, head, keyDimension),
                Head(k, shared, keyDimension),
                Head(v, shared, valueDimension),
                Head(output, head, valueDimension),
                masks is null ? options : options with { Mask = masks[head] });
        }

        return Matrix<double>.Build.Dense(output.Rows, output.Columns, output.Data);
    }

    private List<Matrix<double>> PerHead(
        Matrix<double> queries, Matrix<double> keys, Func<Matrix<double>, Matrix<double>, Matrix<double>> function)
    {
        var dimension = KeyDimension(queries, keys);
        return [.. Enumerable.Range(0, QueryHeads).Select(head => function(
            queries.SubMatrix(0, queries.RowCount, head * dimension, dimension),
            keys.SubMatrix(0, keys.RowCount, SharedHead(head) * dimension, dimension)))];
    }

    private int KeyDimension(Matrix<double> queries, Matrix<double> keys)
    {
        var (q, k) = (Shape.Of(queries), Shape.Of(keys));
        var dimension = q.Columns / QueryHeads;
        if (dimension == 0 || (long)dimension * QueryHeads != q.Columns || (long)dimension * KeyValueHeads != k.Columns)
        {
            throw Indivisible(
                "Q", q, "K", k, $"Q needs {QueryHeads} and K {KeyValueHeads} times the same number d_k of columns, at least 1");
        }

        return dimension;
    }

    private int SharedHead(int head) => head / (QueryHeads / KeyValueHeads);

    private static DenseView Head(DenseView view, int head, int dimension) => view.Block(0, view.Rows, head * dimension, dimension);

    private static ShapeMismatchException Indivisible(string leftName, Shape left, string rightName, Shape right, string rule) =>
        new("Multi-head attention", leftName, left, rightName, right, rule);
}
