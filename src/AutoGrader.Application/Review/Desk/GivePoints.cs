using AutoGrader.Application.Runs;
using AutoGrader.Core;

namespace AutoGrader.Application.Review.Desk;

/// <summary>
/// Gives points for criteria of one submission by hand, whether anything was read or not, by the rules of <c>review.csv</c>: other points
/// than the suggestion need a reason. Where nothing was scored the submission is graded again, so that the points count. What is
/// learnt from them is used behind the caller.
/// </summary>
public sealed class GivePoints(ShowPoints show, DecideReview decide, GradeAgain again, RejudgeBehind behind)
{
    private static readonly LocalizedText NeedsReason = new(
        "Points other than the machine's suggestion need a reason.",
        "Andere Punkte als der Vorschlag der Maschine brauchen eine Begründung.");

    /// <summary>Gives points.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="submissionId">The submission.</param>
    /// <param name="points">The points; what is decided so already is left alone.</param>
    /// <param name="reason">Why; students may read it.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    /// <exception cref="ArgumentException">A criterion is unknown or cannot earn these points.</exception>
    public async Task<GivenPoints> ExecuteAsync(
        Guid runId, Guid submissionId, IReadOnlyList<CriterionPoints> points, string reason, string by,
        CancellationToken cancellationToken = default)
    {
        if (await show.ExecuteAsync(runId, submissionId, cancellationToken) is not { } sheet)
            return new GivenPoints(0, DeskRows.Unknown);
        var items = sheet.Questions.SelectMany(q => q.Items).ToDictionary(i => i.CriterionId, StringComparer.Ordinal);
        var wanted = points.Where(p => !items.TryGetValue(p.CriterionId, out var item) || item.Decision?.Points != p.Points).ToList();
        if (reason.Trim().Length == 0 && wanted.Exists(p => items.GetValueOrDefault(p.CriterionId)?.Suggestion != p.Points))
            return new GivenPoints(0, NeedsReason);
        var (decided, problem) = (0, (LocalizedText?)null);
        foreach (var wish in wanted)
        {
            var result = await decide.ExecuteAsync(new DecideRequest
            {
                RunId = runId,
                CriterionId = wish.CriterionId,
                Points = wish.Points,
                Reason = reason,
                By = by,
                Items = [new DecidedItem(submissionId, wish.Version)],
            }, cancellationToken);
            decided += result.Decided;
            problem ??= result.Refused.Count > 0 ? result.Refused[0].Reason : null;
        }
        if (decided > 0 && !sheet.IsScored)
            await again.ExecuteAsync(runId, [submissionId], by, cancellationToken);
        if (decided > 0)
            await behind.ExpectAsync(runId, [.. wanted.Select(w => w.CriterionId)], by, cancellationToken);
        return new GivenPoints(decided, problem);
    }
}

/// <summary>Points for a criterion.</summary>
/// <param name="CriterionId">The criterion.</param>
/// <param name="Points">The points.</param>
/// <param name="Version">What the person saw: <see cref="PointsItem.Version"/>.</param>
public sealed record CriterionPoints(string CriterionId, Points Points, string Version);

/// <summary>What became of points that somebody gave.</summary>
/// <param name="Decided">For how many criteria they were stored.</param>
/// <param name="Problem">Why some or all were not; <c>null</c> where all were.</param>
public sealed record GivenPoints(int Decided, LocalizedText? Problem);
