using AutoGrader.Core.Reading;

namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>The matrices of an answer as read beside those that were typed.</summary>
/// <param name="Typed">How many were typed.</param>
/// <param name="Unread">The typed ones that were not read with every entry right.</param>
/// <param name="ConfidentlyWrong">The read ones that were not typed and are not doubted.</param>
internal sealed record MatrixCheck(int Typed, IReadOnlyList<TypedMatrix> Unread, IReadOnlyList<MatrixReading> ConfidentlyWrong)
{
    private const double Doubted = 0.8;

    public static MatrixCheck Of(string typedAnswer, Answer? answer)
    {
        var typed = TypedMatrices.In(typedAnswer);
        // Matrices in source code are what was given; what counts is printed.
        var printed = answer?.Blocks.Where(b => b.Kind != BlockKind.Code).SelectMany(b => b.Matrices) ?? [];
        var read = printed.Where(m => m is { Rows: > 1, Columns: > 1 }).ToList();
        return new MatrixCheck(
            typed.Count,
            [.. typed.Where(t => !read.Any(r => Equal(t, r)))],
            [.. read.Where(r => r.Confidence >= Doubted && !typed.Any(t => Equal(t, r)))]);
    }

    private static bool Equal(TypedMatrix typed, MatrixReading read) => Equal(typed.Rows, 1, read) || Equal(typed.Rows, typed.Factor, read);

    private static bool Equal(double[][] typed, double factor, MatrixReading read)
    {
        if (read.Rows != typed.Length || read.Columns != typed[0].Length)
            return false;
        for (var i = 0; i < read.Rows; i++)
        {
            for (var j = 0; j < read.Columns; j++)
            {
                if (read[i, j].Value is not { } value || Math.Abs(value - factor * typed[i][j]) > 1e-6)
                    return false;
            }
        }

        return true;
    }
}
