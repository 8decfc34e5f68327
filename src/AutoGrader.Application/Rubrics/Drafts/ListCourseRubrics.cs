using AutoGrader.Application.Data;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Rubrics.Drafts;

/// <summary>A rubric version that a course may grade by.</summary>
/// <param name="Hash">The content hash.</param>
/// <param name="Id">The rubric's id.</param>
/// <param name="Title">The title.</param>
/// <param name="Maximum">The points of the sheet.</param>
/// <param name="At">When the course published it, or where it did not, when it was imported for all (UTC).</param>
/// <param name="By">Who published it; <c>null</c> where it was imported for all courses.</param>
/// <param name="IsLatest">Whether a new assignment would take this version of its id.</param>
/// <param name="Assignments">The titles of the course's assignments that are pinned to it.</param>
public sealed record CourseRubricListing(
    string Hash, string Id, LocalizedText Title, Points Maximum, DateTime At, string? By, bool IsLatest,
    IReadOnlyList<string> Assignments);

/// <summary>Lists the rubric versions of a course: its own and those of the installation, none of other courses.</summary>
public sealed class ListCourseRubrics(Database database)
{
    /// <summary>All versions by id; of each id the course's own first, the latest of them first.</summary>
    public async Task<IReadOnlyList<CourseRubricListing>> ExecuteAsync(Guid courseId, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var rows = await context.RubricsOf(courseId)
            .Select(r => new { r.Hash, r.RubricId, r.Title, r.Maximum, r.ImportedAt }).ToListAsync(cancellationToken);
        var own = await context.CourseRubrics.AsNoTracking().Where(r => r.CourseId == courseId)
            .ToDictionaryAsync(r => r.RubricHash, StringComparer.Ordinal, cancellationToken);
        var assignments = (await context.Assignments.AsNoTracking().Where(a => a.CourseId == courseId).OrderBy(a => a.CreatedAt)
                .Select(a => new { a.RubricHash, a.Title }).ToListAsync(cancellationToken))
            .ToLookup(a => a.RubricHash, a => a.Title, StringComparer.Ordinal);
        return
        [
            .. rows.Select(r => (Row: r, Own: own.GetValueOrDefault(r.Hash)))
                .GroupBy(r => r.Row.RubricId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .SelectMany(g => g.OrderByDescending(r => r.Own is not null)
                    .ThenByDescending(r => r.Own?.PublishedAt ?? r.Row.ImportedAt).ThenBy(r => r.Row.Hash, StringComparer.Ordinal)
                    .Select((r, place) => new CourseRubricListing(
                        r.Row.Hash, r.Row.RubricId, r.Row.Title, r.Row.Maximum, r.Own?.PublishedAt ?? r.Row.ImportedAt,
                        r.Own?.PublishedBy, place == 0, [.. assignments[r.Row.Hash]]))),
        ];
    }
}
