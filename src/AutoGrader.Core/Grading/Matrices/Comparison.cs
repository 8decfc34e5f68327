using AutoGrader.Core.Computations;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>A student's matrix beside an expectation.</summary>
internal sealed class Comparison
{
    /// <summary>From this agreement on a matrix is an attempt at what was expected.</summary>
    public const double Attempt = 0.5;

    private Comparison(Expectation expected, EntryMatch[] matches)
    {
        Expected = expected;
        Matches = matches;
    }

    public Expectation Expected { get; }

    /// <summary>Entry by entry, row by row.</summary>
    public IReadOnlyList<EntryMatch> Matches { get; }

    /// <summary>The share of right entries among those that are not 0 on both sides: zeros agree by chance.</summary>
    public double Agreement { get; private init; }

    /// <summary>Whether some entry misses the tolerance only narrowly.</summary>
    public bool Narrow { get; private init; }

    /// <summary>The number of entries that are not right, uncertain ones included.</summary>
    public int Differing { get; private init; }

    public int Uncertain { get; private init; }

    /// <param name="expected">An expectation of the matrix's shape.</param>
    /// <param name="matrix">The student's matrix.</param>
    /// <param name="tolerance">When a number counts.</param>
    public static Comparison Of(Expectation expected, StudentMatrix matrix, EntryTolerance tolerance)
    {
        var matches = new EntryMatch[matrix.Count];
        var (informative, agreeing, narrow, differing, uncertain) = (0, 0, false, 0, 0);
        for (var i = 0; i < matches.Length; i++)
        {
            var number = expected.Exact[i / matrix.Shape.Columns, i % matrix.Shape.Columns];
            matches[i] = Match(expected, matrix, i, tolerance);
            if (matches[i] != EntryMatch.Right)
            {
                differing++;
                uncertain += matches[i] == EntryMatch.Uncertain ? 1 : 0;
                narrow |= matrix.IsNumber(i) && tolerance.NarrowlyRefuses(number, matrix[i], matrix.Unit(i));
            }

            if (number == 0 && matrix[i] == 0)
                continue;
            informative++;
            agreeing += matches[i] == EntryMatch.Right ? 1 : 0;
        }

        return new Comparison(expected, matches)
        {
            Agreement = informative == 0 ? 1 : (double)agreeing / informative,
            Narrow = narrow,
            Differing = differing,
            Uncertain = uncertain,
        };
    }

    private static EntryMatch Match(Expectation expected, StudentMatrix matrix, int index, EntryTolerance tolerance)
    {
        if (matrix.Agrees(expected, index, tolerance))
            return EntryMatch.Right;
        return matrix.IsCertain(index) ? EntryMatch.Wrong : EntryMatch.Uncertain;
    }
}
