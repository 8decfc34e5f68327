using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using AutoGrader.Application.Outlets;
using AutoGrader.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Runs;

/// <summary>
/// Reads how far a run has come from the ledger: the same for every screen, after every reload, on every machine. Takes a few
/// milliseconds.
/// </summary>
public sealed class ReadRunProgress(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(30);
    private const int Shown = 50;

    /// <summary>The progress; <c>null</c> where there is no such run of the service.</summary>
    public async Task<RunProgress?> ExecuteAsync(Guid runId, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await context.Runs.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == runId && r.Input!.AssignmentId != null, cancellationToken);
        if (run is null)
            return null;
        var isRegistered = await context.JobEntries.AnyAsync(
            e => e.RunId == runId && e.Kind == JobEntry.IntakeKind && e.State == JobState.Done, cancellationToken);
        var states = await EntriesOf(context, runId).GroupBy(e => new { e.State, e.Stage })
            .Select(g => new { g.Key.State, g.Key.Stage, Count = g.Count() }).ToListAsync(cancellationToken);
        var statuses = await context.AssessmentsOf(runId).GroupBy(a => a.Status).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var waiting = states.Where(s => s.State is JobState.Queued or JobState.Running).Sum(s => s.Count);
        var rate = run.State == RunState.Running ? await RateAsync(context, runId, cancellationToken) : null;
        return new RunProgress
        {
            RunId = runId,
            State = run.State,
            Problem = run.Problem,
            StartedAt = run.StartedAt,
            FinishedAt = run.FinishedAt,
            IsRegistered = isRegistered,
            ByState = states.GroupBy(s => s.State).ToDictionary(g => g.Key, g => g.Sum(s => s.Count)),
            ByStage = states.Where(s => s.State == JobState.Running).GroupBy(s => s.Stage ?? JobStage.Open)
                .ToDictionary(g => g.Key, g => g.Sum(s => s.Count), StringComparer.Ordinal),
            ByStatus = statuses,
            PerMinute = rate,
            Remaining = rate is > 0 ? TimeSpan.FromMinutes(waiting / rate.Value) : null,
            Troubles = await TroublesAsync(context, runId, cancellationToken),
        };
    }

    private static IQueryable<JobEntry> EntriesOf(AutoGraderDbContext context, Guid runId) => context.JobEntries.Where(e =>
        e.RunId == runId && e.Kind == JobEntry.GradeKind && context.Submissions.Any(s => s.Id == e.SubjectId && !s.IsWithdrawn));

    /// <summary>Of the last half minute, or of the time since the first one finished.</summary>
    private async Task<double?> RateAsync(AutoGraderDbContext context, Guid runId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - Lately;
        var finished = EntriesOf(context, runId).Where(e => e.State == JobState.Done && e.FinishedAt >= since && e.StartedAt != null);
        var count = await finished.CountAsync(cancellationToken);
        if (count < 2)
            return null;
        var first = await finished.MinAsync(e => e.StartedAt!.Value, cancellationToken);
        var span = now - (first > since ? first : since);
        return span > TimeSpan.Zero ? count / span.TotalMinutes : null;
    }

    private static async Task<IReadOnlyList<RunTrouble>> TroublesAsync(
        AutoGraderDbContext context, Guid runId, CancellationToken cancellationToken)
    {
        var failed = await (
            from entry in EntriesOf(context, runId)
            where entry.State == JobState.Failed
            join submission in context.Submissions on entry.SubjectId equals submission.Id
            select new { submission.Id, submission.HandInKey, submission.ParticipantNumber, submission.Name, entry.Error })
            .ToListAsync(cancellationToken);
        var results = await (
            from assessment in context.AssessmentsOf(runId)
            where assessment.Status == SubmissionStatus.Unreadable || assessment.Status == SubmissionStatus.NotGraded
            join submission in context.Submissions on assessment.SubmissionId equals submission.Id
            select new
            {
                submission.Id,
                submission.HandInKey,
                submission.ParticipantNumber,
                submission.Name,
                assessment.Status,
                assessment.Reasons,
            })
            .ToListAsync(cancellationToken);
        var statuses = results.ToDictionary(r => r.Id, r => r);
        var troubles = failed
            .Select(f => new RunTrouble(
                f.Id, f.ParticipantNumber ?? f.HandInKey, f.Name, statuses.GetValueOrDefault(f.Id)?.Status,
                [.. WireNames.WireNamesOf(statuses.GetValueOrDefault(f.Id)?.Reasons ?? [])], f.Error))
            .Concat(results.Where(r => failed.TrueForAll(f => f.Id != r.Id)).Select(r => new RunTrouble(
                r.Id, r.ParticipantNumber ?? r.HandInKey, r.Name, r.Status, [.. WireNames.WireNamesOf(r.Reasons)], null)));
        return [.. troubles
            .OrderBy(t => t.Error is null).ThenBy(t => t.Status != SubmissionStatus.Unreadable)
            .ThenBy(t => t.Participant, StringComparer.Ordinal).Take(Shown)];
    }
}
