using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Benchmarks.Attention;

/// <summary>Q, K and V of one head, N×64 each.</summary>
internal sealed record AttentionInput(Matrix<double> Q, Matrix<double> K, Matrix<double> V)
{
    public const int Dimension = 64;

    public static AttentionInput Random(int n)
    {
        var random = new Random(n);
        Matrix<double> Next() => Matrix<double>.Build.Dense(n, Dimension, (_, _) => random.NextDouble() * 2 - 1);
        return new AttentionInput(Next(), Next(), Next());
    }
}
