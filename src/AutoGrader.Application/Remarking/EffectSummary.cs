using AutoGrader.Core;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Remarking;

/// <summary>Sums up the effects on submissions. Pure.</summary>
internal static class EffectSummary
{
    public static Effect Of(
        RubricVersion rubric, IReadOnlyList<SubmissionEffect> submissions, IReadOnlyCollection<EffectBasis> bases, EffectSettings settings)
    {
        var former = bases.Select(b => b.Former.Rubric.Maximum).Append(Points.Zero).Max();
        var before = new GradeBands(settings.GradeThresholds, former);
        var after = new GradeBands(settings.GradeThresholds, rubric.Rubric.Maximum);
        var most = Math.Max(former.HalfPoints, rubric.Rubric.Maximum.HalfPoints);
        return new Effect
        {
            Rubric = rubric,
            Submissions =
            [
                .. submissions.Select(s => s with
                {
                    BandBefore = s.Before is { } points ? before.Of(points) : null,
                    BandAfter = s.After is { } others ? after.Of(others) : null,
                }),
            ],
            Before = Distribution(submissions.Where(IsCounted).Select(s => s.Before!.Value), most),
            After = Distribution(submissions.Where(IsCounted).Select(s => s.After!.Value), most),
            Boundaries = after.Boundaries,
            Remarks = [.. Remarks(bases, settings)],
        };
    }

    // Only what has points on both sides can be compared.
    private static bool IsCounted(SubmissionEffect effect) => effect is { Before: not null, After: not null };

    private static int[] Distribution(IEnumerable<Points> points, int mostHalfPoints)
    {
        var counts = new int[(mostHalfPoints / 2) + 1];
        foreach (var sum in points)
            counts[sum.HalfPoints / 2]++;
        return counts;
    }

    private static IEnumerable<LocalizedText> Remarks(IReadOnlyCollection<EffectBasis> bases, EffectSettings settings)
    {
        if (bases.Any(b => b.LearnsLess))
            yield return EffectWords.LearnsLess;
        if (bases.Any(b => b.Changes.IsHandInChanged))
            yield return EffectWords.HandInChanged;
        if (settings.HasJudge && bases.Count > 0)
            yield return EffectWords.Judge;
    }
}
