using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Maintenance;

/// <summary>Readings and files that no result refers to any more.</summary>
internal static class UnreferencedFiles
{
    /// <summary>Deletes their rows. The caller commits, then deletes the files.</summary>
    /// <returns>The hashes of the files, and the number of readings.</returns>
    public static async Task<(IReadOnlyList<string> Artifacts, int Readings)> DeleteRowsAsync(
        AutoGraderDbContext context, CancellationToken cancellationToken)
    {
        var readings = await context.Readings
            .Where(r => !context.Assessments.Any(a => a.PdfHash == r.PdfHash)).ExecuteDeleteAsync(cancellationToken);
        var hashes = await Unreferenced(context).Select(a => a.Hash).ToListAsync(cancellationToken);
        await Unreferenced(context).ExecuteDeleteAsync(cancellationToken);
        return (hashes, readings);
    }

    /// <summary>The rows of files that nothing refers to.</summary>
    public static IQueryable<StoredArtifact> Unreferenced(AutoGraderDbContext context) => context.Artifacts.Where(a =>
        !context.Assessments.Any(s => s.PdfHash == a.Hash || s.FeedbackHash == a.Hash)
        && !context.Runs.Any(r => r.WorksheetHash == a.Hash)
        && !context.Assignments.Any(s => s.WorksheetHash == a.Hash)
        && !context.Uploads.Any(u => u.ContentHash == a.Hash)
        && !context.Readings.Any(r => r.PdfHash == a.Hash));
}
