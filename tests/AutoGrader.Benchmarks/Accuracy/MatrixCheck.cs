using AutoGrader.Core.Reading;

namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>The matrices of an answer as read beside those that were typed.</summary>
/// <param name="Typed">How many were typed.</param>
/// <param name="Exact">How many of them were read with every entry right.</param>
/// <param name="ConfidentlyWrong">How many read matrices were not typed and are not doubted.</param>
internal sealed record MatrixCheck(int Typed, int Exact, int ConfidentlyWrong)
{
    private const double Doubted = 0.8;

    public static MatrixCheck Of(string typedAnswer, Answer? answer)
    {
        var typed = TypedMatrices.In(typedAnswer);
        var read = answer?.Blocks.SelectMany(b => b.Matrices).Where(m => m is { Rows: > 1, Columns: > 1 }).ToList() ?? [];
        return new MatrixCheck(
            typed.Count,
            typed.Count(t => read.Any(r => Equal(t, r))),
            read.Count(r => r.Confidence >= Doubted && !typed.Any(t => Equal(t, r))));
    }

    private static bool Equal(double[][] typed, MatrixReading read)
    {
        if (read.Rows != typed.Length || read.Columns != typed[0].Length)
            return false;
        for (var i = 0; i < read.Rows; i++)
        {
            for (var j = 0; j < read.Columns; j++)
            {
                if (read[i, j].Value is not { } value || Math.Abs(value - typed[i][j]) > 1e-6)
                    return false;
            }
        }

        return true;
    }
}
