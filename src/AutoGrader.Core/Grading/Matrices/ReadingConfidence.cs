namespace AutoGrader.Core.Grading.Matrices;

/// <summary>How sure a judgement is as far as the reading of the page goes.</summary>
internal static class ReadingConfidence
{
    /// <summary>
    /// A misread entry that happens to be exactly the expected one is rare: agreement makes up for most of the doubt, unless a later step
    /// contradicts it.
    /// </summary>
    private const double DoubtLeftByAgreement = 0.4;

    public static double Of(Judgement judgement, ChainHypothesis hypothesis)
    {
        if (judgement.Witness is not { Matrix: { } matrix, Comparison: { } comparison } witness)
            return 1;
        var entries = matrix.Reading.Entries;
        var least = entries.Min(e => e.Confidence);
        var shape = least > 0 ? Math.Min(1, matrix.Reading.Confidence / least) : 0;
        var agreeing = witness.Mistake is not null ? entries : entries.Where((_, i) => comparison.Matches[i] == EntryMatch.Right);
        var differing = witness.Mistake is not null ? [] : entries.Where((_, i) => comparison.Matches[i] == EntryMatch.Wrong);
        var contradicted = hypothesis.Outcomes.SkipWhile(o => o != witness).Skip(1).Any(
            o => o is { IsShown: true, IsConsistent: false, Mistake: null });
        var agreement = 1 - (contradicted ? 1 : DoubtLeftByAgreement) * (1 - agreeing.Select(e => e.Confidence).Append(1).Min());
        // What differs may also differ because an earlier matrix, from which it follows, was misread.
        var earlier = witness.IsConsistent || witness.Mistake is not null
            ? []
            : hypothesis.Outcomes.TakeWhile(o => o != witness).SelectMany(o => o.Matrix?.Reading.Entries ?? []);
        return shape * agreement * differing.Select(e => e.Confidence).Append(1).Min() * earlier.Select(e => e.Confidence).Append(1).Min();
    }
}
