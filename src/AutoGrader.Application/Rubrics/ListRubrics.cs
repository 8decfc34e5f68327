using AutoGrader.Application.Data;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Rubrics;

/// <summary>A stored rubric version in a list.</summary>
/// <param name="Hash">The content hash.</param>
/// <param name="Id">The rubric's id.</param>
/// <param name="Title">The title.</param>
/// <param name="Maximum">The points of the sheet.</param>
/// <param name="ImportedAt">When it was imported last (UTC).</param>
/// <param name="IsLatest">Whether its id means this version.</param>
/// <param name="Assessments">How many submissions were assessed by it.</param>
public sealed record RubricListing(
    string Hash, string Id, LocalizedText Title, Points Maximum, DateTime ImportedAt, bool IsLatest, int Assessments);

/// <summary>Lists the stored rubric versions.</summary>
public sealed class ListRubrics(Database database)
{
    /// <summary>All versions by id, the latest first.</summary>
    public async Task<IReadOnlyList<RubricListing>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var rows = await context.Rubrics
            .Select(r => new
            {
                r.Hash,
                r.RubricId,
                r.Title,
                r.Maximum,
                r.ImportedAt,
                Assessments = context.Assessments.Count(a => a.RubricHash == r.Hash)
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(r => r.RubricId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .SelectMany(g => g.OrderByDescending(r => r.ImportedAt).Select((r, place) =>
                    new RubricListing(r.Hash, r.RubricId, r.Title, r.Maximum, r.ImportedAt, place == 0, r.Assessments))),
        ];
    }
}
