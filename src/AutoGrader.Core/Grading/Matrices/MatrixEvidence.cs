using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>Points at the matrix a judgement rests on, and at its entries one by one.</summary>
internal static class MatrixEvidence
{
    /// <summary>The matrix, then its wrong entries.</summary>
    public static IReadOnlyList<Evidence> Of(Judgement judgement)
    {
        if ((judgement.Outcome.Matrix ?? judgement.Witness?.Matrix) is not { } matrix)
            return [];
        var wrong = judgement.Outcome.Comparison is { } comparison
            ? matrix.Reading.Entries.Where((_, i) => comparison.Matches[i] != EntryMatch.Right)
            : [];
        return
        [
            new Evidence(matrix.Reading.Page, matrix.Reading.Box, matrix.Text),
            .. wrong.Select(e => new Evidence(matrix.Reading.PageOf(e), e.Box, e.Text)),
        ];
    }

    /// <summary>The entries one by one; <c>null</c> where no matrix was compared.</summary>
    public static MatrixVerdict? Verdict(StepOutcome outcome, FirstDivergence? divergence, EntryTolerance tolerance)
    {
        if (outcome is not { Matrix: { } matrix, Comparison: { } comparison, AgainstReference: { } againstReference })
            return null;
        var reference = outcome.Step.Reference.Exact;
        var carried = outcome.AgainstOwn ?? againstReference;
        var entries = matrix.Reading.Entries.Select((entry, i) =>
        {
            var (row, column) = (i / matrix.Shape.Columns, i % matrix.Shape.Columns);
            var state = comparison.Matches[i] switch
            {
                EntryMatch.Uncertain => EntryState.Uncertain,
                EntryMatch.Wrong => EntryState.Wrong,
                _ => !outcome.Carried || tolerance.Accepts(reference[row, column], entry) ? EntryState.Right : EntryState.CarriedForward,
            };
            return new EntryVerdict(entry.Text, comparison.Expected.Exact[row, column], state, matrix.Reading.PageOf(entry), entry.Box)
            {
                Reference = reference[row, column],
                Carried = carried.Expected.Exact[row, column],
            };
        });
        return new MatrixVerdict
        {
            Step = outcome.Step.Name,
            Rows = matrix.Shape.Rows,
            Columns = matrix.Shape.Columns,
            DifferFromReference = againstReference.Differing,
            DifferFromCarried = carried.Differing,
            FirstDivergence = divergence,
            Entries = [.. entries],
        };
    }
}
