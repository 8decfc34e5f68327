using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.People;

/// <summary>Takes a person out of a course. Their account, and what they decided, stay.</summary>
public sealed class RemoveMember(Database database, AuditTrail audit)
{
    /// <summary>Removes; a person who is no member is no fault.</summary>
    /// <returns>Whether it could be done: the last instructor stays.</returns>
    public async Task<bool> ExecuteAsync(Guid courseId, Guid personId, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var members = await context.CourseMembers.Where(m => m.CourseId == courseId).ToListAsync(cancellationToken);
        if (members.Find(m => m.PersonId == personId) is not { } member)
            return true;
        if (member.Role == CourseRole.Instructor && members.Count(m => m.Role == CourseRole.Instructor) == 1)
            return false;
        context.CourseMembers.Remove(member);
        audit.Add(context, actor, "member.remove", courseId.ToString(), personId.ToString());
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
