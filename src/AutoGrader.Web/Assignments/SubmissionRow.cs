using AutoGrader.Application.Data;
using AutoGrader.Core;
using AutoGrader.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Web.Assignments;

/// <summary>A submission in a list. Without status: it has no result yet.</summary>
internal sealed record SubmissionRow(
    Guid Id, string Participant, string? Name, string? Uploaded, SubmissionStatus? Status, Points? Points, Points? Maximum, int Open)
{
    /// <summary>What to call it.</summary>
    public string Title => Name ?? Participant;

    /// <summary>All of a run. A thousand are read in one query; order and pages are the caller's.</summary>
    public static async Task<List<SubmissionRow>> ReadAsync(
        AutoGraderDbContext context, GradingRun run, CancellationToken cancellationToken)
    {
        var rows = await (
            from submission in context.Submissions
            where submission.InputId == run.InputId && !submission.IsWithdrawn
            from result in context.CountingIn(run.Id).Where(a => a.SubmissionId == submission.Id).DefaultIfEmpty()
            select new
            {
                submission.Id,
                submission.ParticipantNumber,
                submission.HandInKey,
                submission.Name,
                Surname = result == null ? null : result.Surname,
                Uploaded = result == null ? null : result.Uploaded,
                Status = result == null ? null : (SubmissionStatus?)result.Status,
                Points = result == null ? null : result.Points,
                Maximum = result == null ? null : (Points?)result.Maximum,
                Open = result == null ? 0 : result.Answers.SelectMany(a => a.Scores).Count(s => s.NeedsReview),
            }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new SubmissionRow(
            r.Id, r.ParticipantNumber ?? r.HandInKey, r.Name ?? r.Surname, r.Uploaded, r.Status, r.Points, r.Maximum, r.Open))];
    }
}
