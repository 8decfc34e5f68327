using AutoGrader.Numerics.Kernels;

namespace AutoGrader.Numerics.Attention;

/// <summary>One head of attention whose shapes have been checked, and where its output goes.</summary>
/// <param name="Queries">Q, N_Q×d_k.</param>
/// <param name="Keys">K, N_KV×d_k.</param>
/// <param name="Values">V, N_KV×d_v.</param>
/// <param name="Output">N_Q×d_v, zeros.</param>
/// <param name="Options">As they were given.</param>
/// <param name="Rule">What turns products into scores.</param>
internal sealed record AttentionProblem(
    DenseView Queries, DenseView Keys, DenseView Values, DenseView Output, AttentionOptions Options, ScoreRule Rule)
{
    /// <summary>Heads of at most so many multiplications for QKᵀ, and for the output, are computed plainly.</summary>
    public const int PlainLimit = 1 << 14;

    /// <summary>Computes the output.</summary>
    public void Solve()
    {
        var isOverQueries = Options is { Softmax: true, SoftmaxAxis: SoftmaxAxis.Columns };
        if ((double)Queries.Rows * Keys.Rows * Math.Max(Queries.Columns, Values.Columns) > PlainLimit)
        {
            if (Options.Softmax && !isOverQueries)
                BlockwiseAttention.AddTo(this);
            else
                StripAttention.AddTo(this);
        }
        else if (isOverQueries)
        {
            PlainAttention.AddNormalisedOverQueries(this);
        }
        else
        {
            PlainAttention.AddRows(this, 0, Queries.Rows);
        }
    }
}
