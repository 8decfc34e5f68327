namespace AutoGrader.Core.Grading.Matrices;

/// <summary>Finds the first step of a reading that leaves the right path.</summary>
internal static class DivergenceFinder
{
    /// <summary>The first step that is certainly wrong; <c>null</c> where every step is right or carried forward, or not certain.</summary>
    public static FirstDivergence? First(ChainHypothesis reading)
    {
        var outcome = reading.Outcomes.FirstOrDefault(o => o.IsShown ? o.Telling > 0 : o.Mistake is not null);
        if (outcome is null)
            return null;
        var cause = Cause.Of(outcome);
        var text = outcome.IsShown ? MatrixRationale.Shown(outcome) : MatrixRationale.NotShown(outcome);
        return new FirstDivergence
        {
            Step = outcome.Step.Name,
            Title = outcome.Step.Step.Title,
            IsShown = outcome.IsShown,
            Entries = [.. Entries(outcome)],
            Mistake = cause?.Name,
            Text = cause is null ? text : text.Then(cause.Text),
        };
    }

    private static IEnumerable<DivergentEntry> Entries(StepOutcome outcome)
    {
        if (outcome is not { Matrix: { } matrix, Comparison: { } comparison })
            yield break;
        for (var i = 0; i < matrix.Count; i++)
        {
            var (row, column) = (i / matrix.Shape.Columns, i % matrix.Shape.Columns);
            if (comparison.Matches[i] == EntryMatch.Wrong)
                yield return new DivergentEntry(
                    row + 1, column + 1, matrix.Reading.Entries[i].Text.Trim(), comparison.Expected.Exact[row, column]);
        }
    }
}
