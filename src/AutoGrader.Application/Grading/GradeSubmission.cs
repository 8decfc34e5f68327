using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using AutoGrader.Core.Submissions;
using Microsoft.Extensions.Logging;

namespace AutoGrader.Application.Grading;

/// <summary>
/// Grades one claimed submission. The border at which every fault of one submission ends: whatever happens here costs this submission its
/// automatic result, never the run, and never silently.
/// </summary>
internal sealed class GradeSubmission(
    JudgeHandIn judge, SaveJudgement save, JobLedger ledger, IDatabaseProvider provider, TimeProvider clock,
    ILogger<GradeSubmission> logger)
{
    // Waits before the tries after a fault that is likely to pass (database busy, disk full).
    private static readonly TimeSpan[] Backoff = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(10)];

    /// <summary>Grades and saves.</summary>
    /// <remarks>
    /// Checkpoints, and what a process that ends between them leaves behind:
    /// 1. claimed: the entry is Running; recovery puts it back, a second time marks the file as poison.
    /// 2. report stored: a file without a row; stored again under the same name, or swept by the doctor.
    /// 3. judged: nothing.
    /// 4. feedback stored: as 2.
    /// 5. saved: rows and the end of the entry are one transaction; both are there or neither.
    /// </remarks>
    public async Task GradeAsync(RunContext run, RegisteredHandIn item, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var judgement = await JudgeAsync(run, item, cancellationToken);
                await save.SaveAsync(run, item, judgement, cancellationToken);
                return;
            }
            catch (Exception fault) when (attempt < Backoff.Length && provider.IsTransient(fault))
            {
                logger.LogWarning("Submission {Submission} waits for a passing fault: {Fault}", item.SubmissionId, Faults.Describe(fault));
                await Task.Delay(Backoff[attempt], clock, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                await FailAsync(run, item, fault, cancellationToken);
                return;
            }
        }
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
        catch (Exception fault) when (fault is not OperationCanceledException && !provider.IsTransient(fault))
        {
            logger.LogError("Submission {Submission} needs a person because of {Fault}", item.SubmissionId, Faults.Describe(fault));
            return Faulty(run, item);
        }
    }

    private static Judgement Faulty(RunContext run, RegisteredHandIn item) => new()
    {
        Status = SubmissionStatus.NeedsReview,
        Reasons = [OwnReasons.Fault],
        Uploaded = item.Planned.HandIn.Files.Count > 0 ? item.Planned.HandIn.Files[0].Name : null,
        Language = run.Language ?? run.DefaultLanguage,
        IsProvisional = true,
    };
}
