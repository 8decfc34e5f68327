using AutoGrader.Application.Jobs;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Data;

/// <summary>Runs, and which results count in them (ADR 26). Nobody else chooses among the results of a submission.</summary>
public static class RunQueries
{
    /// <summary>A run.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    internal static async Task<GradingRun> RunAsync(this AutoGraderDbContext context, Guid runId, CancellationToken cancellationToken) =>
        await context.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId, cancellationToken)
        ?? throw new KeyNotFoundException($"There is no run {runId}.");

    /// <summary>
    /// The results that count in a run, of each submission one at most: that by the run's version or, where a re-marking was accepted in
    /// part only, the one that was kept. Also of hand-ins that are being judged anew.
    /// </summary>
    public static IQueryable<StoredAssessment> CountingIn(this AutoGraderDbContext context, Guid runId) =>
        from run in context.Runs
        where run.Id == runId
        from assessment in context.Assessments
        where assessment.Submission!.InputId == run.InputId
            && (context.KeptResults.Any(k => k.RemarkingId == run.RemarkingId && k.AssessmentId == assessment.Id)
                || (assessment.RubricHash == run.RubricHash
                    && !context.KeptResults.Any(k => k.RemarkingId == run.RemarkingId && k.SubmissionId == assessment.SubmissionId)))
        select assessment;

    /// <summary>
    /// The results of a run: of hand-ins that the input still holds and whose ledger entry is finished. The old result of a hand-in that
    /// is to be judged anew is none.
    /// </summary>
    public static IQueryable<StoredAssessment> AssessmentsOf(this AutoGraderDbContext context, Guid runId) =>
        context.Finished(context.CountingIn(runId));

    /// <summary>The results by the run's own version, whether they count or not.</summary>
    internal static IQueryable<StoredAssessment> OwnAssessmentsOf(this AutoGraderDbContext context, Guid runId) => context.Finished(
        from run in context.Runs
        where run.Id == runId
        from assessment in context.Assessments
        where assessment.RubricHash == run.RubricHash && assessment.Submission!.InputId == run.InputId
        select assessment);

    /// <summary>Whether a run's results count: that of the pinned version, or any of the command line.</summary>
    internal static Task<bool> CountsAsync(this AutoGraderDbContext context, GradingRun run, CancellationToken cancellationToken) =>
        context.Inputs.AnyAsync(
            i => i.Id == run.InputId && (i.AssignmentId == null || i.Assignment!.RubricHash == run.RubricHash), cancellationToken);

    /// <summary>The run of an input whose results count; <c>null</c> where nothing was graded by the pinned version yet.</summary>
    internal static Task<Guid?> CountingRunAsync(this AutoGraderDbContext context, Guid inputId, CancellationToken cancellationToken) =>
        context.Runs.Where(r => r.InputId == inputId && r.Input!.Assignment!.RubricHash == r.RubricHash).Select(r => (Guid?)r.Id)
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>The submissions that are decided on in a run: those the input holds, but for those whose former result counts on.</summary>
    internal static IQueryable<Submission> DecidableIn(this AutoGraderDbContext context, GradingRun run) => context.Submissions.Where(
        s => s.InputId == run.InputId && !s.IsWithdrawn
            && !context.KeptResults.Any(k => k.RemarkingId == run.RemarkingId && k.SubmissionId == s.Id));

    private static IQueryable<StoredAssessment> Finished(this AutoGraderDbContext context, IQueryable<StoredAssessment> assessments) =>
        from assessment in assessments
        where !assessment.Submission!.IsWithdrawn
            && context.JobEntries.Any(e =>
                e.Kind == JobEntry.GradeKind
                && e.SubjectId == assessment.SubmissionId
                && e.RubricVersion == assessment.RubricHash
                && (e.State == JobState.Done || e.State == JobState.Failed))
        select assessment;
}
