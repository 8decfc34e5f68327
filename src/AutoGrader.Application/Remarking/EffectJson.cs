using System.Text.Json;
using AutoGrader.Application.Outlets;
using AutoGrader.Core;

namespace AutoGrader.Application.Remarking;

/// <summary>
/// An effect for programs, in the words of <c>assessments.json</c>: points of the sheet, statuses by their names on the wire. What cannot
/// be told has <c>notComputed</c>, and no points after.
/// </summary>
public static class EffectJson
{
    /// <summary>The document; its names are to be written in camel case.</summary>
    public static object Of(Effect effect, Language language) => new
    {
        Rubric = effect.Rubric.Rubric.Id,
        Version = effect.Rubric.Hash,
        Max = effect.Rubric.Rubric.Maximum.Value,
        Submissions = effect.Submissions.Count,
        Changed = effect.Changed.Count(),
        effect.Moved,
        effect.Crossing,
        effect.NewlyOpen,
        effect.Closed,
        effect.NotComputed,
        Boundaries = effect.Boundaries.Select(b => b.Value),
        Distribution = new { effect.Before, effect.After },
        Remarks = effect.Remarks.Select(r => r.In(language)),
        Effects = effect.Submissions.Where(s => s.IsChanged || s.NotComputed is not null).Select(s => new
        {
            Submission = s.SubmissionId,
            s.Participant,
            s.Name,
            Status = new { Before = s.StatusBefore.WireName(), After = s.NotComputed is null ? s.StatusAfter.WireName() : null },
            Points = new { Before = s.Before?.Value, After = s.After?.Value },
            Band = new { Before = s.BandBefore, After = s.BandAfter },
            NotComputed = s.NotComputed?.In(language),
            Criteria = s.Criteria.Select(c => Of(c, language)),
        }),
    };

    private static object Of(CriterionEffect effect, Language language) => new
    {
        Id = effect.CriterionId,
        Question = effect.QuestionId,
        Points = new { Before = effect.Before?.Value, After = effect.After?.Value },
        Max = new { Before = effect.MaximumBefore?.Value, After = effect.MaximumAfter?.Value },
        Confidence = new { Before = effect.ConfidenceBefore, After = effect.ConfidenceAfter },
        NeedsReview = new { Before = effect.WasOpen, After = effect.IsOpen },
        Kind = Name(effect.Kind),
        Cause = effect.Cause.In(language),
        Decision = effect.Decision is { } fate ? Name(fate) : null,
    };

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
