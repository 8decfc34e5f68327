using AutoGrader.Core.Reading;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// What a step should be. A student may go on from exact numbers or from the rounded ones on paper, so there are two versions of what is
/// carried forward, and an entry is right where it agrees with either.
/// </summary>
/// <param name="Exact">From exact numbers.</param>
/// <param name="AsShown">From the numbers on paper; the same where nothing was rounded.</param>
internal sealed record Expectation(Matrix<double> Exact, Matrix<double> AsShown)
{
    /// <summary>Below this the reading of an entry may be blamed for a difference.</summary>
    private const double CertainReading = 0.85;

    public Comparison Compare(StudentMatrix matrix, EntryTolerance tolerance)
    {
        var matches = new EntryMatch[matrix.Reading.Entries.Count];
        var (informative, agreeing, narrow) = (0, 0, false);
        for (var i = 0; i < matches.Length; i++)
        {
            var entry = matrix.Reading.Entries[i];
            var (row, column) = (i / matrix.Shape.Columns, i % matrix.Shape.Columns);
            matches[i] = Match(entry, row, column, tolerance);
            narrow |= matches[i] != EntryMatch.Right && tolerance.NarrowlyRefuses(Exact[row, column], entry);
            if (Exact[row, column] == 0 && entry.Value == 0)
                continue;
            informative++;
            agreeing += matches[i] == EntryMatch.Right ? 1 : 0;
        }

        return new Comparison(this, matches, informative == 0 ? 1 : (double)agreeing / informative, narrow);
    }

    private EntryMatch Match(MatrixEntry entry, int row, int column, EntryTolerance tolerance)
    {
        if (tolerance.Accepts(Exact[row, column], entry) || tolerance.Accepts(AsShown[row, column], entry))
            return EntryMatch.Right;
        return entry.Value is null || entry.Confidence < CertainReading ? EntryMatch.Uncertain : EntryMatch.Wrong;
    }
}

/// <summary>A student's matrix beside an expectation.</summary>
/// <param name="Expected">The expectation.</param>
/// <param name="Matches">Entry by entry, row by row.</param>
/// <param name="Agreement">The share of right entries among those that are not 0 on both sides: zeros agree by chance.</param>
/// <param name="Narrow">Whether some entry misses the tolerance only narrowly.</param>
internal sealed record Comparison(Expectation Expected, IReadOnlyList<EntryMatch> Matches, double Agreement, bool Narrow)
{
    /// <summary>The number of entries that are not right, uncertain ones included.</summary>
    public int Differing { get; } = Matches.Count(m => m != EntryMatch.Right);

    public int Uncertain { get; } = Matches.Count(m => m == EntryMatch.Uncertain);
}
