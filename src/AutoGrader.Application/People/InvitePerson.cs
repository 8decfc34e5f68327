using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.People;

/// <summary>Makes a link that lets somebody into a course, once.</summary>
public sealed class InvitePerson(Database database, AuditTrail audit, IdGenerator ids, TimeProvider clock)
{
    /// <summary>How long a link can be used.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(14);

    /// <summary>Makes an invitation and returns its secret, which is stored nowhere.</summary>
    /// <param name="courseId">
    /// The course; <c>null</c> for the first person of an installation. Then older invitations of that kind no longer count.
    /// </param>
    /// <param name="role">The role in the course.</param>
    /// <param name="actor">Who invites.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task<string> ExecuteAsync(Guid? courseId, CourseRole role, string actor, CancellationToken cancellationToken = default)
    {
        var secret = OneTimeSecret.Create();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var context = await database.OpenAsync(cancellationToken);
        if (courseId is null)
        {
            var older = await context.Invitations.Where(i => i.CourseId == null && i.UsedAt == null).ToListAsync(cancellationToken);
            context.Invitations.RemoveRange(older);
        }
        var invitation = new Invitation
        {
            Id = ids.Next(),
            TokenHash = OneTimeSecret.HashOf(secret),
            CourseId = courseId,
            Role = role,
            CreatedBy = actor,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        context.Invitations.Add(invitation);
        audit.Add(context, actor, "invitation.create", invitation.Id.ToString(), $"{courseId?.ToString() ?? "service"} {role}");
        await context.SaveChangesAsync(cancellationToken);
        return secret;
    }
}
