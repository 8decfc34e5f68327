namespace AutoGrader.Core.Rehearsal;

/// <summary>Counts how the answers of a kind fared.</summary>
internal static class RehearsalCounting
{
    public static RehearsalCount Of(RehearsalKind kind, IEnumerable<RehearsalRun> runs)
    {
        var ofKind = runs.Where(run => run.Rehearsed.Kind == kind).ToList();
        var known = ofKind.SelectMany(run => run.Rehearsed.Expected.Select(e => (Score: run.ScoreOf(e.Key), Expected: e.Value))).ToList();
        return new RehearsalCount(
            kind,
            ofKind.Count,
            known.Count,
            known.Count(k => k.Score.Points == k.Expected),
            known.Count(k => !k.Score.NeedsReview),
            known.Count(k => !k.Score.NeedsReview && k.Score.Points != k.Expected));
    }
}
