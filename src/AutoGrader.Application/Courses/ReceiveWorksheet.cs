using AutoGrader.Application.Data;
using AutoGrader.Documents.Intake;
using AutoGrader.Documents.Moodle;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Courses;

/// <summary>What became of a worksheet.</summary>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Problem">Why it was refused, for the person who uploaded it; <c>null</c> where it was not.</param>
public sealed record ReceivedWorksheet(int Rows, string? Problem);

/// <summary>
/// Receives Moodle's grading worksheet for an assignment, together with the export or later; the next start of a run uses it.
/// </summary>
public sealed class ReceiveWorksheet(Database database, AuditTrail audit, TimeProvider clock)
{
    // A thousand participants with long comments need far less.
    private const long Limit = 32L * 1024 * 1024;

    /// <summary>Receives.</summary>
    /// <param name="assignmentId">The assignment.</param>
    /// <param name="content">The content; read to its end, not disposed.</param>
    /// <param name="downloadedAt">When it was downloaded from Moodle; <c>null</c> where that is not known: now.</param>
    /// <param name="actor">Who uploads.</param>
    /// <param name="cancellationToken">The connection broke off.</param>
    /// <exception cref="KeyNotFoundException">There is no such assignment.</exception>
    public async Task<ReceivedWorksheet> ExecuteAsync(
        Guid assignmentId, Stream content, DateTimeOffset? downloadedAt, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var assignment = await context.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken)
            ?? throw new KeyNotFoundException($"There is no assignment {assignmentId}.");
        using var file = await database.Artifacts.ReceiveAsync(content, Limit, cancellationToken);
        if (file is null)
            return new ReceivedWorksheet(0, "The file is too large for a grading worksheet.");
        int rows;
        try
        {
            rows = GradingWorksheet.Read(file.Path).Rows.Count;
        }
        catch (UnusableInputException problem)
        {
            return new ReceivedWorksheet(0, problem.Message.Replace(file.Path, "the file", StringComparison.Ordinal));
        }
        database.Artifacts.Keep(file);
        await context.AddArtifactAsync(file.Hash, file.Length, clock, cancellationToken, "text/csv");
        assignment.WorksheetHash = file.Hash;
        assignment.WorksheetDownloadedAt = (downloadedAt ?? clock.GetUtcNow()).UtcDateTime;
        audit.Add(context, actor, "worksheet.receive", assignmentId.ToString(), file.Hash[..12]);
        await context.SaveChangesAsync(cancellationToken);
        return new ReceivedWorksheet(rows, null);
    }
}
