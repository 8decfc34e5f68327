using AutoGrader.Application.Data;
using AutoGrader.Core;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Moodle;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Outlets;

/// <summary>Says, before anything is uploaded to Moodle, which marks would not arrive there and why. Writes nothing.</summary>
public sealed class CheckRelease(Database database)
{
    /// <summary>Checks a run.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<ReleaseCheck> ExecuteAsync(Guid runId, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        var worksheet = run.WorksheetHash is { } hash ? GradingWorksheet.Read(database.Artifacts.PathOf(hash)) : null;
        // Of several rows with one number Moodle takes the last.
        var rows = (worksheet?.Rows ?? []).GroupBy(r => r.ParticipantNumber, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        var results = await context.AssessmentsOf(runId).AsNoTracking().Include(a => a.Submission).ToListAsync(cancellationToken);
        var checkedRows = results.Select(a => new ReleaseRow(
            a.SubmissionId, a.Submission!.ParticipantNumber ?? a.Submission.HandInKey, a.Submission.Name ?? a.Surname,
            KindOf(a, rows, worksheet is not null), a.Points));
        return new(
            worksheet is not null,
            [.. checkedRows.OrderBy(r => r.Kind).ThenBy(r => r.Participant, StringComparer.Ordinal)],
            worksheet?.Remarks ?? []);
    }

    private static ReleaseKind KindOf(StoredAssessment result, Dictionary<string, WorksheetRow> rows, bool hasWorksheet)
    {
        if (result.Status is SubmissionStatus.NeedsReview or SubmissionStatus.Unreadable)
            return ReleaseKind.Undecided;
        var own = result.Submission!.WorksheetParticipants.Select(rows.GetValueOrDefault).OfType<WorksheetRow>().ToList();
        if (hasWorksheet && own.Count == 0)
            return ReleaseKind.NoRow;
        if (result.Status == SubmissionStatus.NotGraded || result.Points is not { } points)
            return ReleaseKind.ReasonOnly;
        if (own.Exists(r => !r.CanBeChanged))
            return ReleaseKind.Locked;
        if (own.Exists(r => r.MaximumGrade != result.Maximum.Value))
            return ReleaseKind.OtherScale;
        return points == Points.Zero ? ReleaseKind.Zero : ReleaseKind.Ready;
    }
}
