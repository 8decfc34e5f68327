using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Courses;

/// <summary>What an assignment is to be.</summary>
/// <param name="CourseId">Its course.</param>
/// <param name="RubricHash">The stored rubric version that it is graded by.</param>
/// <param name="Settings">What may change later.</param>
public sealed record NewAssignment(Guid CourseId, string RubricHash, AssignmentSettings Settings);

/// <summary>Makes an assignment, graded by a pinned rubric version.</summary>
public sealed class CreateAssignment(Database database, AuditTrail audit, TimeProvider clock, IdGenerator ids)
{
    /// <summary>Makes the assignment.</summary>
    /// <exception cref="KeyNotFoundException">The course has no such rubric version.</exception>
    public async Task<Guid> ExecuteAsync(NewAssignment request, string actor, CancellationToken cancellationToken = default)
    {
        var settings = request.Settings;
        ArgumentException.ThrowIfNullOrWhiteSpace(settings.Title, nameof(request));
        await using var context = await database.OpenAsync(cancellationToken);
        var rubric = await context.RubricsOf(request.CourseId).SingleOrDefaultAsync(r => r.Hash == request.RubricHash, cancellationToken)
            ?? throw new KeyNotFoundException($"There is no rubric version {request.RubricHash}.");
        var assignment = new Assignment
        {
            Id = ids.Next(),
            CourseId = request.CourseId,
            Title = settings.Title.Trim(),
            RubricId = rubric.RubricId,
            RubricHash = rubric.Hash,
            DueAt = settings.DueAt,
            Language = settings.Language,
            ChecksNeedAccount = settings.ChecksNeedAccount,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        context.Assignments.Add(assignment);
        audit.Add(context, actor, "assignment.create", assignment.Id.ToString(), rubric.Hash[..12]);
        await context.SaveChangesAsync(cancellationToken);
        return assignment.Id;
    }
}
