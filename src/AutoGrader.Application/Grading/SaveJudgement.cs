using System.Globalization;
using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using AutoGrader.Application.Review;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Review;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Grading;

/// <summary>Renders the feedback and saves a judgement, its rows and the end of its ledger entry in one transaction.</summary>
internal sealed class SaveJudgement(
    Database database, JobLedger ledger, RenderFeedback feedback, AuditTrail audit, TimeProvider clock, IdGenerator ids)
{
    /// <returns>
    /// Whether it was saved. <c>false</c>: the entry was lost to another worker, or a person has decided something since the judgement
    /// began; then it is to be judged anew.
    /// </returns>
    public async Task<bool> SaveAsync(RunContext run, RegisteredHandIn item, Judgement judgement, CancellationToken cancellationToken)
    {
        var planned = item.Planned;
        item.Enter(JobStage.Render);
        var subject = new FeedbackSubject(
            planned.Name ?? judgement.Surname ?? planned.HandIn.Key, judgement.Matriculation, judgement.Uploaded, judgement.Status,
            judgement.Reasons);
        var rendered = await feedback.RenderAsync(
            item.SubmissionId, subject, run.Rubric, judgement.Assessment, judgement.Language, judgement.PdfWithPages, cancellationToken);

        item.Enter(JobStage.Save);
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var (state, error) = judgement.IsPoison ? (JobState.Failed, JobLedger.PoisonError) : (JobState.Done, null);
        // A worker that lost its entry (it slept longer than its lease) must not overwrite what its successor saved.
        if (!await ledger.TryFinishAsync(context, item.EntryId, state, error, cancellationToken))
            return false;
        await AddArtifactsAsync(context, judgement, rendered, cancellationToken);
        await ReplaceAssessmentAsync(context, run, item, judgement, rendered?.Hash, cancellationToken);
        // Asked after the former scores are deleted: a decision on them is either stored by now and seen, or fails on what it decides.
        if (!await AreDecisionsCurrentAsync(context, run, item, cancellationToken))
            return false;
        var act = judgement.IsPoison ? "submission.poison" : "submission.assess";
        audit.Add(context, run.Actor, act, item.SubmissionId.ToString(), $"{judgement.Status} by {run.Rubric.ShortHash}");
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>In the service people decide while machines grade: a judgement must not bury what it has not seen.</summary>
    private static async Task<bool> AreDecisionsCurrentAsync(
        AutoGraderDbContext context, RunContext run, RegisteredHandIn item, CancellationToken cancellationToken)
    {
        var submission = await context.Submissions.AsNoTracking().Include(s => s.Overrides)
            .SingleAsync(s => s.Id == item.SubmissionId, cancellationToken);
        static IEnumerable<(string, Core.Points?, string, string)> Names(Decisions decisions) =>
            decisions.All.Select(o => (o.Target, o.Points, o.By, o.Reason)).Order();
        return Names(Decisions.On(submission, run.Rubric.Rubric.Id)).SequenceEqual(Names(item.Decisions));
    }

    private async Task AddArtifactsAsync(
        AutoGraderDbContext context, Judgement judgement, (string Hash, long Length)? rendered, CancellationToken cancellationToken)
    {
        if (judgement is { PdfHash: { } pdfHash, Pdf: { } pdf })
            await context.AddArtifactAsync(pdfHash, pdf.Length, clock, cancellationToken);
        if (rendered is { } file)
            await context.AddArtifactAsync(file.Hash, file.Length, clock, cancellationToken);
        // Another submission with the same report may have saved the same reading in the meantime.
        if (judgement.Reading is { IsNew: true, Stored: { } stored }
            && !await context.Readings.AnyAsync(r => r.PdfHash == stored.PdfHash && r.Reader == stored.Reader, cancellationToken))
            context.Readings.Add(stored);
    }

    private async Task ReplaceAssessmentAsync(
        AutoGraderDbContext context, RunContext run, RegisteredHandIn item, Judgement judgement, string? feedbackHash,
        CancellationToken cancellationToken)
    {
        var row = await context.Assessments
            .SingleOrDefaultAsync(a => a.SubmissionId == item.SubmissionId && a.RubricHash == run.Rubric.Hash, cancellationToken);
        if (row is null)
        {
            row = new StoredAssessment
            {
                Id = ids.Next(),
                SubmissionId = item.SubmissionId,
                RubricHash = run.Rubric.Hash,
                Fingerprint = ""
            };
            context.Assessments.Add(row);
        }
        else
        {
            await context.Answers.Where(a => a.AssessmentId == row.Id).ExecuteDeleteAsync(cancellationToken);
        }
        row.Fingerprint = judgement.IsProvisional ? "" : item.Fingerprint;
        row.Status = judgement.Status;
        row.OwnStatus = judgement.Status;
        row.Uploaded = judgement.Uploaded;
        row.Surname = judgement.Surname;
        row.Matriculation = judgement.Matriculation;
        row.UploadedAt = judgement.UploadedAt?.ToString("s", CultureInfo.InvariantCulture);
        row.Reasons = judgement.Reasons;
        row.CrossReasons = [];
        row.Notes = judgement.Reading?.Content?.Remarks ?? [];
        row.Hints = judgement.Reading?.Content is { } content && OtherSheet.Find(content, run.Rubric.Rubric) is { } hint ? [hint] : [];
        row.PdfHash = judgement.PdfHash;
        row.FeedbackHash = feedbackHash;
        row.Language = judgement.Language;
        row.Points = judgement.Assessment?.Points;
        row.Maximum = run.Rubric.Rubric.Maximum;
        row.EngineVersion = SubmissionGrader.EngineVersion;
        row.AssessedAt = clock.GetUtcNow().UtcDateTime;
        if (judgement is { Assessment: { } assessment, Document: { } document })
        {
            context.Answers.AddRange(AssessmentMapping.ToRows(assessment, document, row.Id, ids));
            await CompleteDecisionsAsync(context, item, run.Rubric.Rubric.Id, assessment, cancellationToken);
        }
    }

    /// <summary>A decision that came before the hand-in was read gets the answer that it is about.</summary>
    private static async Task CompleteDecisionsAsync(
        AutoGraderDbContext context, RegisteredHandIn item, string rubricId, Assessment assessment, CancellationToken cancellationToken)
    {
        if (!item.Decisions.HasPoints)
            return;
        var incomplete = await context.Overrides
            .Where(o => o.SubmissionId == item.SubmissionId && o.RubricId == rubricId && o.Points != null && o.Answer == null)
            .ToListAsync(cancellationToken);
        foreach (var decision in incomplete)
        {
            var question = assessment.Questions.FirstOrDefault(q => q.Criteria.Any(c => c.CriterionId == decision.Target));
            decision.Answer = question?.Answer ?? "";
        }
    }
}
