using AutoGrader.Numerics.Attention;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Numerics.Attention;

/// <summary>Inputs of one head for property tests.</summary>
internal sealed record RandomAttention(Matrix<double> Q, Matrix<double> K, Matrix<double> V, AttentionOptions Options)
{
    public Matrix<double> Output => ScaledDotProductAttention.Output(Q, K, V, Options);

    /// <summary>A head of a few or, where wanted, of so many queries and keys that it is computed in blocks.</summary>
    public static RandomAttention Next(Random random, bool isLarge, bool softmaxOnly = false)
    {
        var (queries, keys, keyDimension, valueDimension) = isLarge
            ? (random.Next(60, 160), random.Next(100, 320), random.Next(3, 40), random.Next(3, 40))
            : (random.Size(), random.Size(), random.Size(), random.Size());
        return new(
            random.NextMatrix(queries, keyDimension),
            random.NextMatrix(keys, keyDimension),
            random.NextMatrix(keys, valueDimension),
            NextOptions(random, queries, keys, softmaxOnly));
    }

    private static AttentionOptions NextOptions(Random random, int queries, int keys, bool softmaxOnly) => new()
    {
        Scale = random.Next(3) == 0 ? random.NextDouble() - 0.5 : null,
        SoftCap = random.Next(3) == 0 ? random.NextDouble() * 5 + 0.1 : null,
        Causal = random.Next(2) == 0,
        CausalOffset = random.Next(-3, 40),
        Softmax = softmaxOnly || random.Next(4) != 0,
        SoftmaxAxis = !softmaxOnly && random.Next(4) == 0 ? AutoGrader.Numerics.SoftmaxAxis.Columns : default,
        Mask = random.Next(3) switch
        {
            0 => null,
            1 => AttentionMask.Boolean(Truths(random, random.Next(2) == 0 ? 1 : queries, keys)),
            _ => AttentionMask.Additive(random.NextMatrix(queries, random.Next(keys) + 1)
                .Map(x => x > 2.5 ? double.NegativeInfinity : x, Zeros.Include)),
        },
    };

    private static bool[,] Truths(Random random, int rows, int columns)
    {
        var truths = new bool[rows, columns];
        for (var (i, j) = (0, 0); i < rows; (i, j) = j + 1 < columns ? (i, j + 1) : (i + 1, 0))
            truths[i, j] = random.Next(4) != 0;
        return truths;
    }
}
