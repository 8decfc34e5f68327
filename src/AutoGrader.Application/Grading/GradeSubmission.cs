using AutoGrader.Application.Jobs;
using AutoGrader.Core.Submissions;
using Microsoft.Extensions.Logging;

namespace AutoGrader.Application.Grading;

/// <summary>
/// Grades one claimed submission. The border at which every fault of one submission ends: whatever happens here costs this submission its
/// automatic result, never the run, and never silently.
/// </summary>
internal sealed class GradeSubmission(
    JudgeHandIn judge, SaveJudgement save, JobLedger ledger, PassingFaults faults, ILogger<GradeSubmission> logger)
{
    /// <summary>Grades and saves.</summary>
    /// <remarks>
    /// Checkpoints, and what a process that ends between them leaves behind:
    /// 1. claimed: the entry is Running; recovery puts it back, a second time marks the file as poison.
    /// 2. report stored: a file without a row; stored again under the same name, or swept by the doctor.
    /// 3. judged: nothing.
    /// 4. feedback stored: as 2.
    /// 5. saved: rows and the end of the entry are one transaction; both are there or neither.
    /// </remarks>
    /// <returns>
    /// Whether the entry is finished. <c>false</c>: it was lost, or it is back in the queue because a person has decided something in the
    /// meantime.
    /// </returns>
    public async Task<bool> GradeAsync(RunContext run, RegisteredHandIn item, CancellationToken cancellationToken)
    {
        try
        {
            var isSaved = false;
            await faults.OutlastAsync(
                async () => isSaved = await save.SaveAsync(run, item, await JudgeAsync(run, item, cancellationToken), cancellationToken),
                cancellationToken);
            if (!isSaved)
                await ledger.ReleaseAsync(item.EntryId);
            return isSaved;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await FailAsync(run, item, fault, cancellationToken);
            return true;
        }
    }

    /// <summary>Saves that the file has ended the process too often, without looking at it again.</summary>
    public async Task PoisonAsync(RunContext run, RegisteredHandIn item, CancellationToken cancellationToken)
    {
        logger.LogError("Submission {Submission} ended the process twice and is not tried again", item.SubmissionId);
        await save.SaveAsync(run, item, Without(run, item, SubmissionStatus.Unreadable, OwnReasons.Poison) with { IsPoison = true },
            cancellationToken);
    }

    /// <summary>
    /// The result could not be saved: saves at least that a person must look, or that the entry failed and is open for the next run.
    /// </summary>
    private async Task FailAsync(RunContext run, RegisteredHandIn item, Exception fault, CancellationToken cancellationToken)
    {
        logger.LogError("The result of submission {Submission} could not be saved: {Fault}", item.SubmissionId, Faults.Describe(fault));
        try
        {
            await save.SaveAsync(run, item, Faulty(run, item), cancellationToken);
        }
        catch (Exception again) when (again is not OperationCanceledException)
        {
            await ledger.FailAsync(item.EntryId, again.GetType().Name);
        }
    }

    private async Task<Judgement> JudgeAsync(RunContext run, RegisteredHandIn item, CancellationToken cancellationToken)
    {
        try
        {
            return await judge.JudgeAsync(run, item, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !faults.IsPassing(fault))
        {
            logger.LogError("Submission {Submission} needs a person because of {Fault}", item.SubmissionId, Faults.Describe(fault));
            return Faulty(run, item);
        }
    }

    private static Judgement Faulty(RunContext run, RegisteredHandIn item) =>
        Without(run, item, SubmissionStatus.NeedsReview, OwnReasons.Fault) with { IsProvisional = true };

    private static Judgement Without(RunContext run, RegisteredHandIn item, SubmissionStatus status, Reason reason) => new()
    {
        Status = status,
        Reasons = [reason],
        Uploaded = item.Planned.HandIn.Files.Count > 0 ? item.Planned.HandIn.Files[0].Name : null,
        Language = run.Language ?? run.DefaultLanguage,
    };
}
