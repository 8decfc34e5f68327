using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Moodle;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Moodle;

/// <summary>Opens the connection of an assignment for use.</summary>
internal sealed class OpenMoodle(Database database, TokenSafe safe, IOptions<AutoGraderOptions> options)
{
    /// <summary>Opens it.</summary>
    /// <exception cref="MoodleException">There is none, or it can no longer be used.</exception>
    public async Task<(MoodleConnection Connection, MoodleAccess Access)> ExecuteAsync(
        Guid assignmentId, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var connection = await context.MoodleConnections.AsNoTracking()
            .SingleOrDefaultAsync(c => c.AssignmentId == assignmentId, cancellationToken)
            ?? throw new MoodleException(MoodleFault.Closed, new(
                "The assignment is not connected with Moodle.", "Die Aufgabe ist nicht mit Moodle verbunden."));
        // A site that was taken out of the settings is asked nothing more.
        var site = options.Value.Moodle.Find(connection.Site) ?? throw new MoodleException(MoodleFault.Closed, new(
            "The administrators of this service no longer allow this Moodle site.",
            "Die Administration dieses Dienstes erlaubt diese Moodle-Seite nicht mehr."));
        return (connection, new MoodleAccess(site, safe.Unlock(connection.ProtectedToken)));
    }
}
