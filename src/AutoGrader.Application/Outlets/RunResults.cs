using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Moodle;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Outlets;

/// <summary>The results of a run, read from the database a few at a time.</summary>
internal sealed class RunResults
{
    private const int Batch = 50;

    private readonly AutoGraderDbContext _context;

    private RunResults(AutoGraderDbContext context, GradingRun run, RubricVersion rubric, GradingWorksheet? worksheet,
        IReadOnlyList<Submission> submissions)
    {
        _context = context;
        Run = run;
        Rubric = rubric;
        Worksheet = worksheet;
        Submissions = submissions;
    }

    public GradingRun Run { get; }

    public RubricVersion Rubric { get; }

    public GradingWorksheet? Worksheet { get; }

    /// <summary>All hand-ins, those without a result included, in ordinal order of their keys.</summary>
    public IReadOnlyList<Submission> Submissions { get; }

    /// <summary>Opens the results of a run.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public static async Task<RunResults> OpenAsync(
        AutoGraderDbContext context, ArtifactStore artifacts, Guid runId, CancellationToken cancellationToken)
    {
        var run = await context.RunAsync(runId, cancellationToken);
        var rubric = await context.RubricVersionAsync(run.RubricHash, cancellationToken);
        var submissions = await context.Submissions.AsNoTracking()
            .Where(s => s.InputId == run.InputId && !s.IsWithdrawn).ToListAsync(cancellationToken);
        // Sorted here: databases differ in how they order text.
        submissions.Sort((left, right) => string.CompareOrdinal(left.HandInKey, right.HandInKey));
        var worksheet = run.WorksheetHash is { } hash ? GradingWorksheet.Read(artifacts.PathOf(hash)) : null;
        return new RunResults(context, run, rubric, worksheet, submissions);
    }

    /// <summary>The results, in ordinal order of the hand-ins' keys.</summary>
    public async IAsyncEnumerable<SubmissionResult> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in Submissions.Chunk(Batch))
        {
            var ids = batch.Select(s => s.Id).ToList();
            var rows = await _context.AssessmentsOf(Run.Id).AsNoTracking()
                .Where(a => EF.Parameter(ids).Contains(a.SubmissionId))
                .Include(a => a.Answers).ThenInclude(a => a.Scores)
                .AsSplitQuery().ToDictionaryAsync(a => a.SubmissionId, cancellationToken);
            foreach (var submission in batch)
            {
                if (rows.TryGetValue(submission.Id, out var row))
                    yield return new SubmissionResult(submission, row, AssessmentMapping.FromRows(row.Answers));
            }
        }
    }
}
