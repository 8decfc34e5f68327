using System.Globalization;
using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Desk;

/// <summary>
/// Stores a person's decision, for a whole group in one transaction, with an audit row for each submission. What others have changed since
/// the person looked is left alone. Whether the scorer now decides others by itself is <see cref="RejudgeQuestion"/>'s to find out.
/// </summary>
public sealed class DecideReview(
    Database database, StandingDecisions standing, TimeProvider clock, IdGenerator ids, RightOfWay rightOfWay)
{
    /// <summary>Decides.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    /// <exception cref="ArgumentException">
    /// The rubric has no such criterion, it cannot earn these points, or nobody is named as deciding.
    /// </exception>
    public async Task<DecideResult> ExecuteAsync(DecideRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(request.By, nameof(request));
        using var passage = rightOfWay.Take();
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(request.RunId, cancellationToken);
        var rubric = (await context.RubricVersionAsync(run.RubricHash, cancellationToken)).Rubric;
        var act = NewAct(request, CriterionOf(rubric, request), rubric.Id);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockAsync(run.RubricHash, request.Items.Select(i => i.SubmissionId), cancellationToken);
        var known = await context.SubmissionsAsync(run, request.Items.Select(i => i.SubmissionId), cancellationToken);
        var refused = request.Items.DistinctBy(i => i.SubmissionId).Select(i => (i.SubmissionId, Reason: Refusal(i, known, act)))
            .Where(r => r.Reason is not null).Select(r => new RefusedItem(r.SubmissionId, r.Reason!)).ToList();
        var decided = known.Values.Where(s => !refused.Exists(r => r.SubmissionId == s.Id))
            .OrderBy(s => s.HandInKey, StringComparer.Ordinal).ToList();
        if (decided.Count == 0)
            return new DecideResult(null, 0, refused);
        try
        {
            await StoreAsync(context, act, decided, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            await transaction.RollbackAsync(cancellationToken);
            // Another person's decision that came in between reading and saving; anything else is a fault.
            if (await ChangedAsync(run, act, cancellationToken) is not { Count: > 0 } changed)
                throw;
            return new DecideResult(null, 0, changed);
        }
        return new DecideResult(act.Id, decided.Count, refused);
    }

    /// <summary>
    /// Does all that a decision takes, and takes it back before anybody can see it: whoever decides first after a start need not wait until
    /// the code for it is compiled.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task RehearseAsync(Guid runId, string criterionId, Guid submissionId, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        var rubric = (await context.RubricVersionAsync(run.RubricHash, cancellationToken)).Rubric;
        var request = new DecideRequest
        {
            RunId = runId,
            CriterionId = criterionId,
            Points = Points.Zero,
            By = nameof(RehearseAsync),
            Items = [],
        };
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockAsync(run.RubricHash, [submissionId], cancellationToken);
        var known = await context.SubmissionsAsync(run, [submissionId], cancellationToken);
        await StoreAsync(context, NewAct(request, CriterionOf(rubric, request), rubric.Id), [.. known.Values], cancellationToken);
        await transaction.RollbackAsync(CancellationToken.None);
    }

    private async Task<IReadOnlyList<RefusedItem>> ChangedAsync(GradingRun run, Act act, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var known = await context.SubmissionsAsync(run, act.Request.Items.Select(i => i.SubmissionId), cancellationToken);
        var changed = act.Request.Items.Where(i => Refusal(i, known, act) is not null);
        return [.. changed.Select(i => new RefusedItem(i.SubmissionId, DeskRows.Changed))];
    }

    /// <summary>A decision that is being stored.</summary>
    private sealed record Act(Guid Id, DecideRequest Request, Criterion Criterion, string RubricId, string? Reason, DateTime At);

    private static Criterion CriterionOf(Rubric rubric, DecideRequest request)
    {
        var criterion = rubric.Questions.SelectMany(q => q.Criteria).FirstOrDefault(c => c.Id == request.CriterionId)
            ?? throw new ArgumentException($"The rubric has no criterion '{request.CriterionId}'.", nameof(request));
        return request.Points <= criterion.Maximum ? criterion
            : throw new ArgumentException($"{criterion.Id} can earn at most {criterion.Maximum} points.", nameof(request));
    }

    private Act NewAct(DecideRequest request, Criterion criterion, string rubricId) => new(
        ids.Next(), request, criterion, rubricId, request.Reason.Trim() is { Length: > 0 } reason ? reason : null,
        clock.GetUtcNow().UtcDateTime);

    private static LocalizedText? Refusal(DecidedItem item, Dictionary<Guid, Submission> known, Act act)
    {
        if (!known.TryGetValue(item.SubmissionId, out var submission))
            return DeskRows.Unknown;
        return ItemVersion.Of(submission, StandingOn(submission, act)) == item.Version ? null : DeskRows.Changed;
    }

    private static StoredOverride? StandingOn(Submission submission, Act act) =>
        submission.Standing(act.RubricId, act.Criterion.Id);

    private async Task StoreAsync(
        AutoGraderDbContext context, Act act, List<Submission> decided, CancellationToken cancellationToken)
    {
        var answers = await context.AnswersAsync(decided, act.Criterion.Id, cancellationToken);
        var members = new List<DecidedMember>();
        foreach (var submission in decided)
        {
            var assessment = submission.Assessments.SingleOrDefault();
            var answer = assessment is null ? null : answers.GetValueOrDefault(assessment.Id);
            var score = answer?.Scores.Single(s => s.CriterionId == act.Criterion.Id);
            var reason = ReasonFor(act, score, decided.Count);
            members.Add(new DecidedMember(submission.Id, Put(context, act, submission, answer?.Text ?? "", reason)));
            if (score is not null)
                Put(score, act, reason);
        }
        context.Decisions.Add(new ReviewDecision
        {
            Id = act.Id,
            RunId = act.Request.RunId,
            CriterionId = act.Criterion.Id,
            Points = act.Request.Points,
            Reason = act.Reason ?? "",
            By = act.Request.By,
            DecidedAt = act.At,
            Members = members,
        });
        await context.SaveChangesAsync(cancellationToken);
        await context.SumUpAsync([.. decided.SelectMany(s => s.Assessments)], act.At, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
    }

    private static string ReasonFor(Act act, StoredScore? score, int group)
    {
        var machine = score?.Override?.MachinePoints ?? score?.Points;
        // Students may read it: it must not say what the rubric does not disclose.
        var reason = act.Reason ?? (machine == act.Request.Points ? "Suggestion confirmed." : "Decided at review.");
        return group == 1 ? reason : string.Create(CultureInfo.InvariantCulture, $"{reason} (Decided for {group} like answers at once.)");
    }

    /// <returns>The decision that it takes the place of.</returns>
    private EarlierDecision? Put(AutoGraderDbContext context, Act act, Submission submission, string answer, string reason)
    {
        var former = StandingOn(submission, act);
        var earlier = former is null ? null : new EarlierDecision(
            former.Points!.Value, former.By, former.Reason, former.DecidedAt, former.ContentHash, former.DecisionId)
        {
            Maximum = former.Maximum,
            CriterionText = former.CriterionText,
        };
        standing.Put(context, submission, act.RubricId, new MadeDecision(act.Criterion.Id, act.Request.By, reason, act.At)
        {
            Points = act.Request.Points,
            Criterion = act.Criterion,
            Answer = answer,
            DecisionId = act.Id,
        });
        return earlier;
    }

    private static void Put(StoredScore row, Act act, string reason)
    {
        var score = OverrideApplier.Decided(
            AssessmentMapping.FromRow(row), new Decision(row.CriterionId, act.Request.Points, act.Request.By, reason));
        row.Apply(score);
    }
}
