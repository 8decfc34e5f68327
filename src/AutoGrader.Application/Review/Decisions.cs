using AutoGrader.Application.Data;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Review;

/// <summary>People's decisions on one submission, and which of them still hold. Pure.</summary>
/// <param name="overrides">Decisions on these very bytes under the rubric's id.</param>
internal sealed class Decisions(IReadOnlyList<StoredOverride> overrides)
{
    /// <summary>The decisions on a submission that hold under a rubric for the bytes handed in.</summary>
    public static Decisions On(Submission submission, string rubricId) =>
        new([.. submission.Overrides.Where(o => o.RubricId == rubricId && o.ContentHash == submission.ContentHash)]);

    /// <summary>The decisions as stored.</summary>
    public IReadOnlyList<StoredOverride> All => overrides;

    /// <summary>The hand-in rules that were waived, by the wire names of their reasons.</summary>
    public IReadOnlySet<string> Waived { get; } =
        overrides.Where(o => o.Points is null).Select(o => o.Target).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether any criterion was decided.</summary>
    public bool HasPoints => overrides.Any(o => o.Points is not null);

    /// <summary>The reasons that nobody has waived.</summary>
    public IReadOnlyList<Reason> Standing(IEnumerable<Reason> reasons) => [.. reasons.Where(r => !Waived.Contains(r.Code.WireName()))];

    /// <summary>
    /// Puts the decisions in place of the machine's points, as far as they were made on this very criterion.
    /// </summary>
    public Assessment Apply(Assessment assessment)
    {
        var scores = assessment.Questions.SelectMany(q => q.Criteria).ToDictionary(c => c.CriterionId, StringComparer.Ordinal);
        var holding =
            from o in overrides
            where o.Points is not null
                && scores.TryGetValue(o.Target, out var score)
                && score.Maximum == o.Maximum
                && score.CriterionText.English == o.CriterionText
            select new Decision(o.Target, o.Points!.Value, o.By, o.Reason);
        return OverrideApplier.Apply(assessment, holding).Assessment;
    }
}
