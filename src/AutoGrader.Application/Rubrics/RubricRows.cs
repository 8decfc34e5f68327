using AutoGrader.Application.Data;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Rubrics;

internal static class RubricRows
{
    /// <summary>
    /// Adds a rubric version unless it is stored. Versions are immutable: nothing is ever changed but the time of the last import.
    /// </summary>
    /// <returns>The row, and whether it was there.</returns>
    public static async Task<(StoredRubric Row, bool WasThere)> EnsureRubricAsync(
        this AutoGraderDbContext context, RubricVersion version, DateTime now, CancellationToken cancellationToken)
    {
        if (await context.Rubrics.SingleOrDefaultAsync(r => r.Hash == version.Hash, cancellationToken) is { } known)
            return (known, true);
        var row = new StoredRubric
        {
            Hash = version.Hash,
            RubricId = version.Rubric.Id,
            Title = version.Rubric.Title,
            Maximum = version.Rubric.Maximum,
            Source = version.Source,
            ImportedAt = now,
        };
        context.Rubrics.Add(row);
        return (row, false);
    }

    /// <summary>The version a row stands for.</summary>
    /// <exception cref="UnusableDataException">This program no longer understands its text.</exception>
    public static RubricVersion ToVersion(this StoredRubric row) =>
        RubricReader.Read(row.Source, $"{row.RubricId}.yaml").Version
        ?? throw new UnusableDataException(
            $"The stored rubric {row.RubricId} ({row.Hash[..12]}) was valid for an earlier version of this program but is not any more: "
            + "export it, validate it, mend it, import it again.");
}
