using AutoGrader.Core.Reading;

namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>The matrices of an answer as read beside those that were typed.</summary>
/// <param name="Typed">How many were typed.</param>
/// <param name="Unread">The typed ones that were not read with every entry right.</param>
/// <param name="ConfidentlyWrong">The read ones that were not typed and are not doubted.</param>
/// <param name="WrongEntries">
/// The entries at fault where a matrix was read that was not typed so: what differs from the typed one of this shape that is nearest.
/// </param>
internal sealed record MatrixCheck(
    int Typed,
    IReadOnlyList<TypedMatrix> Unread,
    IReadOnlyList<MatrixReading> ConfidentlyWrong,
    IReadOnlyList<MatrixEntry> WrongEntries)
{
    /// <summary>Below this confidence a reading says itself that it may be wrong.</summary>
    public const double Doubted = 0.8;

    public static MatrixCheck Of(string typedAnswer, Answer? answer)
    {
        var typed = TypedMatrices.In(typedAnswer);
        // Matrices in source code are what was given; what counts is printed.
        var printed = answer?.Blocks.Where(b => b.Kind != BlockKind.Code).SelectMany(b => b.Matrices) ?? [];
        var read = printed.Where(m => m is { Rows: > 1, Columns: > 1 }).ToList();
        var foreign = read.Where(r => !typed.Any(t => Equal(t, r))).ToList();
        return new MatrixCheck(
            typed.Count,
            [.. typed.Where(t => !read.Any(r => Equal(t, r)))],
            [.. foreign.Where(r => r.Confidence >= Doubted)],
            [.. foreign.SelectMany(r => Wrong(typed, r))]);
    }

    private static bool Equal(TypedMatrix typed, MatrixReading read) => Differences(typed, read) is [];

    private static IReadOnlyList<MatrixEntry> Wrong(IEnumerable<TypedMatrix> typed, MatrixReading read) =>
        typed.Select(t => Differences(t, read)).OfType<List<MatrixEntry>>().MinBy(d => d.Count) ?? read.Entries;

    /// <summary>The entries that differ, with the number in front or without; <c>null</c> where the shapes do.</summary>
    private static List<MatrixEntry>? Differences(TypedMatrix typed, MatrixReading read)
    {
        if (read.Rows != typed.Rows.Length || read.Columns != typed.Rows[0].Length)
            return null;
        var plain = Differences(typed.Rows, 1, read);
        var scaled = Differences(typed.Rows, typed.Factor, read);
        return plain.Count <= scaled.Count ? plain : scaled;
    }

    private static List<MatrixEntry> Differences(double[][] typed, double factor, MatrixReading read) =>
    [
        .. from i in Enumerable.Range(0, read.Rows)
           from j in Enumerable.Range(0, read.Columns)
           where read[i, j].Value is not { } value || Math.Abs(value - factor * typed[i][j]) > 1e-6
           select read[i, j],
    ];
}
