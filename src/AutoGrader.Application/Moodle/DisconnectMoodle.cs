using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Moodle;

/// <summary>Ends a connection: the token and what the fetch knew are deleted. What was fetched and the receipts stay.</summary>
public sealed class DisconnectMoodle(Database database, AuditTrail audit)
{
    /// <summary>Ends it. One that is not there changes nothing.</summary>
    public async Task ExecuteAsync(Guid assignmentId, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        if (await context.MoodleConnections.SingleOrDefaultAsync(c => c.AssignmentId == assignmentId, cancellationToken) is not { } known)
            return;
        context.MoodleConnections.Remove(known);
        audit.Add(context, actor, "moodle.disconnect", assignmentId.ToString());
        await context.SaveChangesAsync(cancellationToken);
        FetchFolder.Of(database, assignmentId).Delete();
    }
}
