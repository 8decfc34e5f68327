using AutoGrader.Application.Jobs;

namespace AutoGrader.Application.Data;

internal static class RunQueries
{
    /// <summary>
    /// The results of a run: of hand-ins that the input still holds and whose ledger entry is finished. The old result of a hand-in that
    /// is to be judged anew is none.
    /// </summary>
    public static IQueryable<StoredAssessment> AssessmentsOf(this AutoGraderDbContext context, Guid runId) =>
        from run in context.Runs
        where run.Id == runId
        from assessment in context.Assessments
        where assessment.RubricHash == run.RubricHash
            && assessment.Submission!.InputId == run.InputId
            && !assessment.Submission.IsWithdrawn
            && context.JobEntries.Any(e =>
                e.Kind == JobEntry.GradeKind
                && e.SubjectId == assessment.SubmissionId
                && e.RubricVersion == run.RubricHash
                && (e.State == JobState.Done || e.State == JobState.Failed))
        select assessment;
}
