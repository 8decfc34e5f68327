using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.People;

/// <summary>What an invitation is for.</summary>
/// <param name="Course">The course's name; <c>null</c> for the first person of an installation.</param>
/// <param name="CourseId">The course.</param>
/// <param name="Role">The role there.</param>
public sealed record OpenInvitation(string? Course, Guid? CourseId, CourseRole Role);

/// <summary>Lets a person into a course by an invitation. Works on the caller's context: making the person is one act with it.</summary>
public sealed class AcceptInvitation(AuditTrail audit, TimeProvider clock)
{
    /// <summary>The invitation of a secret; <c>null</c> where there is none, or it was used or is too old.</summary>
    public async Task<OpenInvitation?> FindAsync(AutoGraderDbContext context, string? secret, CancellationToken cancellationToken = default)
    {
        var invitation = await OpenAsync(context, secret, cancellationToken);
        return invitation is null ? null : new(invitation.Course?.Name, invitation.CourseId, invitation.Role);
    }

    /// <summary>Uses the invitation. A person who is a member already gets the higher of both roles.</summary>
    /// <returns>Whether it could be used. Nothing is changed where it could not.</returns>
    /// <remarks>The caller's transaction is needed: two people with one link must not both come in.</remarks>
    public async Task<bool> ExecuteAsync(
        AutoGraderDbContext context, string? secret, Person person, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await OpenAsync(context, secret, cancellationToken) is not { } invitation)
            return false;
        var taken = await context.Invitations.Where(i => i.Id == invitation.Id && i.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now).SetProperty(i => i.PersonId, person.Id), cancellationToken);
        if (taken == 0)
            return false;
        if (invitation.CourseId is { } course)
            await JoinAsync(context, course, person, invitation.Role, now, cancellationToken);
        else
            person.IsAdministrator = true;
        audit.Add(context, person.UserName!, "invitation.accept", invitation.Id.ToString(), $"{person.Id} {invitation.Role}");
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static async Task JoinAsync(
        AutoGraderDbContext context, Guid course, Person person, CourseRole role, DateTime now, CancellationToken cancellationToken)
    {
        var member = await context.CourseMembers.SingleOrDefaultAsync(
            m => m.CourseId == course && m.PersonId == person.Id, cancellationToken);
        if (member is null)
            context.CourseMembers.Add(new CourseMember { CourseId = course, PersonId = person.Id, Role = role, JoinedAt = now });
        else if (member.Role < role)
            member.Role = role;
    }

    private async Task<Invitation?> OpenAsync(AutoGraderDbContext context, string? secret, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(secret))
            return null;
        var hash = OneTimeSecret.HashOf(secret);
        var now = clock.GetUtcNow().UtcDateTime;
        return await context.Invitations.AsNoTracking().Include(i => i.Course)
            .SingleOrDefaultAsync(i => i.TokenHash == hash && i.UsedAt == null && i.ExpiresAt > now, cancellationToken);
    }
}
