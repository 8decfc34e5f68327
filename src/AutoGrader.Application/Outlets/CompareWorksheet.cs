using AutoGrader.Application.Data;
using AutoGrader.Core;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Intake;
using AutoGrader.Documents.Moodle;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Outlets;

/// <summary>A mark that Moodle does not show as it was decided.</summary>
/// <param name="Participant">The participant number.</param>
/// <param name="Name">The name, where known.</param>
/// <param name="Expected">The points that were decided.</param>
/// <param name="Found">What the worksheet says; empty where it says nothing, <c>null</c> where there is no such row.</param>
public sealed record WorksheetDifference(string Participant, string? Name, Points Expected, string? Found);

/// <summary>What a comparison found, or why there is none.</summary>
/// <param name="Same">How many marks Moodle shows as they were decided.</param>
/// <param name="Differences">Those it does not.</param>
/// <param name="Problem">Why the file cannot be used; <c>null</c> where it can.</param>
public sealed record WorksheetComparison(int Same, IReadOnlyList<WorksheetDifference> Differences, string? Problem);

/// <summary>Compares a worksheet that was downloaded after the upload with what was decided: did every mark arrive?</summary>
public sealed class CompareWorksheet(Database database)
{
    private const long Limit = 32L * 1024 * 1024;

    /// <summary>Compares. The file is not kept.</summary>
    public async Task<WorksheetComparison> ExecuteAsync(Guid runId, Stream content, CancellationToken cancellationToken = default)
    {
        using var file = await database.Artifacts.ReceiveAsync(content, Limit, cancellationToken);
        if (file is null)
            return new(0, [], "The file is too large for a grading worksheet.");
        GradingWorksheet worksheet;
        try
        {
            worksheet = GradingWorksheet.Read(file.Path);
        }
        catch (UnusableInputException problem)
        {
            return new(0, [], problem.Message.Replace(file.Path, "the file", StringComparison.Ordinal));
        }
        await using var context = await database.OpenAsync(cancellationToken);
        var results = await context.AssessmentsOf(runId).AsNoTracking().Include(a => a.Submission)
            .Where(a => a.Status == SubmissionStatus.Graded).ToListAsync(cancellationToken);
        var rows = worksheet.Rows.GroupBy(r => r.ParticipantNumber, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        var marks = results.Where(r => r.Points is not null)
            .SelectMany(
                r => r.Submission!.WorksheetParticipants,
                (r, number) => (Number: number, r.Submission!.Name, Points: r.Points!.Value))
            .OrderBy(m => m.Number, StringComparer.Ordinal).ToList();
        var differences = marks.Where(m => rows.GetValueOrDefault(m.Number)?.GradeNumber != m.Points.Value).Select(m =>
        {
            var row = rows.GetValueOrDefault(m.Number);
            return new WorksheetDifference(m.Number, row?.FullName ?? m.Name, m.Points, row?.Grade);
        }).ToList();
        return new(marks.Count - differences.Count, differences, null);
    }
}
