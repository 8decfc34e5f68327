using AutoGrader.Application.Data;
using AutoGrader.Application.Rubrics;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Courses;

/// <summary>Takes the outline for students from the rubric version that an assignment is pinned to.</summary>
public sealed class CheckedSheets(Database database) : ICheckedSheets
{
    /// <inheritdoc/>
    public async Task<CheckedSheet?> FindAsync(Guid assignmentId, Guid? personId, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var found = await context.Assignments.AsNoTracking().Where(a => a.Id == assignmentId)
            .Select(a => new { Assignment = a, Course = a.Course!.Name }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var isOpen = !found.Assignment.ChecksNeedAccount || await context.CourseMembers
            .AnyAsync(m => m.CourseId == found.Assignment.CourseId && m.PersonId == personId, cancellationToken);
        if (!isOpen)
            return null;
        var rubric = await context.RubricVersionAsync(found.Assignment.RubricHash, cancellationToken);
        return new CheckedSheet(found.Assignment.Title, found.Course, rubric.Rubric.PublicOutline());
    }

    /// <inheritdoc/>
    public async Task<SheetOutline?> FindLatestAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var hash = await context.Assignments.AsNoTracking().OrderByDescending(a => a.CreatedAt).ThenBy(a => a.Id).Select(a => a.RubricHash)
            .FirstOrDefaultAsync(cancellationToken);
        return hash is null ? null : (await context.RubricVersionAsync(hash, cancellationToken)).Rubric.PublicOutline();
    }
}
