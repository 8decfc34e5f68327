using AutoGrader.Numerics.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Attention;

/// <summary>
/// Which keys a query sees, or what is added to its scores: the <c>attn_mask</c> of the ONNX operator <c>Attention</c> (opset 23) for one
/// head. It is N_Q×N_KV or 1×N_KV (the same for every query). Columns it has too few stand for keys that nobody sees; too many are an
/// error. The causal mask is no matrix: <see cref="AttentionOptions.Causal"/>.
/// </summary>
/// <remarks>An excluded pair has score −∞ and weight 0. A query that sees no key has weights and output 0.</remarks>
public abstract class AttentionMask
{
    private AttentionMask(Shape shape) => Shape = shape;

    /// <summary>Its shape, before it is spread over the queries.</summary>
    public Shape Shape { get; }

    /// <summary>A mask of truths: where <c>true</c>, the query of that row sees the key of that column.</summary>
    /// <param name="attend">N_Q×N_KV or 1×N_KV; copied.</param>
    public static AttentionMask Boolean(bool[,] attend) => new BooleanMask((bool[,])attend.Clone());

    /// <summary>A bias on the scores, after scale and soft cap. Where it is −∞, the pair is excluded.</summary>
    /// <param name="bias">N_Q×N_KV or 1×N_KV; copied. NaN and +∞ follow IEEE arithmetic.</param>
    public static AttentionMask Additive(Matrix<double> bias) => new AdditiveMask(bias.Clone());

    /// <summary>The mask of padded sequences: only the first keys are seen.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static AttentionMask FirstKeys(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var attend = new bool[1, count];
        for (var key = 0; key < count; key++)
            attend[0, key] = true;
        return new BooleanMask(attend);
    }

    /// <summary>Masks the scores of queries in a row with one key.</summary>
    /// <param name="scores">The scores of the queries from <paramref name="query"/> on.</param>
    /// <param name="query">Row of the first score.</param>
    /// <param name="key">Column of all the scores.</param>
    /// <param name="excluded">What becomes of the score of an excluded pair.</param>
    internal void Apply(Span<double> scores, int query, int key, double excluded)
    {
        if (key >= Shape.Columns)
            scores.Fill(excluded);
        else
            ApplyColumn(scores, query, key, excluded);
    }

    private protected abstract void ApplyColumn(Span<double> scores, int query, int key, double excluded);

    private sealed class BooleanMask(bool[,] attend) : AttentionMask(new Shape(attend.GetLength(0), attend.GetLength(1)))
    {
        private protected override void ApplyColumn(Span<double> scores, int query, int key, double excluded)
        {
            for (var i = 0; i < scores.Length; i++)
            {
                if (!attend[Shape.Rows == 1 ? 0 : query + i, key])
                    scores[i] = excluded;
            }
        }
    }

    private sealed class AdditiveMask(Matrix<double> bias) : AttentionMask(Shape.Of(bias))
    {
        private readonly DenseView _bias = DenseView.Of(bias);

        private protected override void ApplyColumn(Span<double> scores, int query, int key, double excluded)
        {
            var stride = Shape.Rows == 1 ? 0 : 1;
            var column = _bias.Data.AsSpan(key * Shape.Rows + query * stride);
            for (var i = 0; i < scores.Length; i++)
            {
                var bias = column[i * stride];
                scores[i] = double.IsNegativeInfinity(bias) ? excluded : scores[i] + bias;
            }
        }
    }
}
