using System.Text.Json;
using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application.Runs;

/// <summary>
/// All that a run leaves behind, as text that can be compared: rows in the order of their natural keys, without what differs between any
/// two runs (ids, times, attempts, workers).
/// </summary>
internal static class RunOutcome
{
    private static readonly HashSet<string> Left =
        ["Id", "SubmissionId", "AssessmentId", "AnswerId", "InputId", "RunId", "UploadId", "AssignmentId", "AssessedAt", "CreatedAt",
            "StartedAt", "FinishedAt", "ReadAt", "Attempt", "Version", "SubjectId", "Worker"];

    public static async Task<IReadOnlyList<string>> OfAsync(Installation installation, CancellationToken cancellationToken)
    {
        await using var context = await installation.OpenAsync();
        var submissions = await context.Submissions.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.HandInKey, cancellationToken);
        var entries = await context.JobEntries.AsNoTracking().ToListAsync(cancellationToken);
        var assessments = await context.Assessments.AsNoTracking().Include(a => a.Answers).ThenInclude(a => a.Scores).AsSplitQuery()
            .ToListAsync(cancellationToken);
        var answers = assessments.SelectMany(a => a.Answers.Select(b => (Key: submissions[a.SubmissionId], Row: b))).ToList();
        var lines = new List<string>();
        lines.AddRange(entries.Select(e => Line(context, e, submissions.GetValueOrDefault(e.SubjectId, "run"))));
        lines.AddRange(assessments.Select(a => Line(context, a, submissions[a.SubmissionId])));
        lines.AddRange(answers.Select(a => Line(context, a.Row, a.Key)));
        lines.AddRange(answers.SelectMany(a => a.Row.Scores.Select(s => Line(context, s, $"{a.Key} {s.CriterionId}"))));
        lines.AddRange((await context.Runs.AsNoTracking().ToListAsync(cancellationToken)).Select(r => Line(context, r, "")));
        lines.AddRange((await context.Readings.AsNoTracking().ToListAsync(cancellationToken)).Select(r => Line(context, r, r.PdfHash)));
        lines.AddRange((await context.Artifacts.AsNoTracking().ToListAsync(cancellationToken)).Select(a => Line(context, a, a.Hash)));
        lines.AddRange((await context.Audit.AsNoTracking().ToListAsync(cancellationToken))
            .Select(a => $"audit {a.Action} {(Guid.TryParse(a.Subject, out var id) ? submissions.GetValueOrDefault(id, "") : a.Subject)}"));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>What a row holds, through the model, so that no column is left out by mistake.</summary>
    private static string Line(AutoGraderDbContext context, object row, string key)
    {
        var type = context.Model.FindEntityType(row.GetType())!;
        var values = type.GetProperties().Where(p => !Left.Contains(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => $"{p.Name}={JsonSerializer.Serialize(p.PropertyInfo!.GetValue(row))}");
        return $"{type.ClrType.Name} {key} {string.Join(' ', values)}";
    }
}
