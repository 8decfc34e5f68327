using AutoGrader.Application.Data;
using AutoGrader.Application.Review;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Intake;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Grading;

/// <summary>
/// What can only be judged when all hand-ins of an input are known: two participants with the same matriculation number,
/// work that two have in common. Depends on the set
/// of results alone, so that an interrupted run settles to the same as an undisturbed one. Also renders feedback that is missing.
/// </summary>
internal sealed class SettleRun(
    Database database, ReportReadings readings, RenderFeedback feedback, AuditTrail audit, TimeProvider clock)
{
    /// <returns>What the tutor should know, a sentence each.</returns>
    public async Task<IReadOnlyList<string>> SettleAsync(RunContext run, Guid runId, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        // By the run's own version: what was kept of another stays as it was.
        var all = await context.OwnAssessmentsOf(runId).Include(a => a.Submission).ThenInclude(s => s!.Overrides)
            .AsSplitQuery().ToListAsync(cancellationToken);
        var shared = SharedNumbers.Find(all.Select(a =>
            (a.Submission!.HandInKey, a.Submission.GroupName, new HandInInspection { Matriculation = a.Matriculation, Reasons = [] })));
        await SharedWorkHints.RefreshAsync(context, all, run.Rubric.Rubric, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        foreach (var row in all)
        {
            var reasons = Decisions.On(row.Submission!, run.Rubric.Rubric.Id).Standing(
                shared.TryGetValue(row.Submission!.HandInKey, out var number) ? [number.Reason] : []);
            if (row.FeedbackHash is null || !reasons.SequenceEqual(row.CrossReasons))
                await UpdateAsync(context, run, run.Rubric, row, reasons, cancellationToken);
        }
        await RenderKeptAsync(context, run, runId, cancellationToken);
        return [.. shared.OrderBy(s => s.Key, StringComparer.Ordinal).Where(s => string.CompareOrdinal(s.Key, s.Value.OtherKeys[0]) < 0)
            .Select(s => $"The hand-ins {s.Key} and {string.Join(", ", s.Value.OtherKeys)} "
                + "carry the same matriculation number; both need review.")];
    }

    /// <summary>Renders feedback that is missing of former results that count on, by the version that they were graded by.</summary>
    private async Task RenderKeptAsync(AutoGraderDbContext context, RunContext run, Guid runId, CancellationToken cancellationToken)
    {
        var kept = await context.AssessmentsOf(runId).Where(a => a.RubricHash != run.Rubric.Hash && a.FeedbackHash == null)
            .Include(a => a.Submission).ToListAsync(cancellationToken);
        foreach (var row in kept)
        {
            var rubric = await context.RubricVersionAsync(row.RubricHash, cancellationToken);
            await UpdateAsync(context, run, rubric, row, row.CrossReasons, cancellationToken);
        }
    }

    private async Task UpdateAsync(
        AutoGraderDbContext context, RunContext run, RubricVersion rubric, StoredAssessment row, IReadOnlyList<Reason> crossReasons,
        CancellationToken cancellationToken)
    {
        await context.Entry(row).Collection(a => a.Answers).Query().Include(a => a.Scores).LoadAsync(cancellationToken);
        var status = Verdict.WithCrossReasons(row.OwnStatus, crossReasons);
        if (!crossReasons.SequenceEqual(row.CrossReasons))
            audit.Add(context, run.Actor, "submission.settle", row.SubmissionId.ToString(), status.ToString());
        row.CrossReasons = crossReasons;
        row.Status = status;
        var subject = new FeedbackSubject(
            row.Submission!.Name ?? row.Surname ?? row.Submission.HandInKey, row.Matriculation, row.Uploaded, row.Status, row.AllReasons);
        var reading = row.PdfHash is { } hash ? await readings.FindAsync(hash, run.Limits, cancellationToken) : null;
        var pdf = reading is { Content: not null } ? database.Artifacts.TryGet(row.PdfHash!) : null;
        var assessment = AssessmentMapping.FromRows(row.Answers);
        if (await feedback.RenderAsync(row.SubmissionId, subject, rubric, assessment, row.Language, pdf, cancellationToken) is { } file)
        {
            await context.AddArtifactAsync(file.Hash, file.Length, clock, cancellationToken);
            row.FeedbackHash = file.Hash;
        }
        await context.SaveChangesAsync(cancellationToken);
    }
}
