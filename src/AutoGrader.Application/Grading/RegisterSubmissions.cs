using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Grading;

/// <summary>A submission's row.</summary>
/// <param name="Row">The row, tracked, with its overrides.</param>
/// <param name="HasChanged">Whether other bytes were handed in than when the input was opened last.</param>
internal sealed record RegisteredSubmission(Submission Row, bool HasChanged);

/// <summary>Upserts the submissions of an input under their natural key. Saves nothing by itself.</summary>
internal sealed class RegisterSubmissions(IdGenerator ids)
{
    /// <summary>The rows by hand-in key. Hand-ins that the input no longer holds are marked as withdrawn.</summary>
    public async Task<IReadOnlyDictionary<string, RegisteredSubmission>> UpsertAsync(
        AutoGraderDbContext context, Guid inputId, IReadOnlyList<PlannedHandIn> handIns, CancellationToken cancellationToken)
    {
        var known = await context.Submissions.Include(s => s.Overrides).Where(s => s.InputId == inputId)
            .ToDictionaryAsync(s => s.HandInKey, StringComparer.Ordinal, cancellationToken);
        var registered = handIns.ToDictionary(
            planned => planned.HandIn.Key,
            planned => Upsert(context, inputId, planned, known.GetValueOrDefault(planned.HandIn.Key)),
            StringComparer.Ordinal);
        foreach (var submission in known.Values)
            submission.IsWithdrawn = !registered.ContainsKey(submission.HandInKey);
        return registered;
    }

    private RegisteredSubmission Upsert(AutoGraderDbContext context, Guid inputId, PlannedHandIn planned, Submission? row)
    {
        if (row is null)
        {
            row = new Submission { Id = ids.Next(), InputId = inputId, HandInKey = planned.HandIn.Key };
            context.Submissions.Add(row);
        }
        var hasChanged = row.ContentHash != planned.ContentHash;
        row.ContentHash = planned.ContentHash;
        row.ParticipantNumber = planned.HandIn.ParticipantNumber;
        row.Name = planned.Name;
        row.IsGroup = planned.HandIn.IsGroup;
        row.GroupName = planned.HandIn.IsGroup && planned.Rows.Count > 0 ? planned.Rows[0].Group : null;
        row.WorksheetParticipants = [.. planned.Rows.Select(r => r.ParticipantNumber)];
        return new RegisteredSubmission(row, hasChanged);
    }
}
