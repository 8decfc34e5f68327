using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Moodle;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Moodle;

/// <summary>
/// Connects an assignment with a Moodle site by a person's token, which is asked for its owner first: what does not work is not stored.
/// Doing it again replaces the token, and on the same site keeps the assignment that was chosen.
/// </summary>
public sealed class ConnectMoodle
{
    private readonly Database _database;
    private readonly TestMoodle _test;
    private readonly TokenSafe _safe;
    private readonly IOptions<AutoGraderOptions> _options;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _clock;

    internal ConnectMoodle(
        Database database, TestMoodle test, TokenSafe safe, IOptions<AutoGraderOptions> options, AuditTrail audit, TimeProvider clock) =>
        (_database, _test, _safe, _options, _audit, _clock) = (database, test, safe, options, audit, clock);

    /// <summary>Connects.</summary>
    /// <param name="assignmentId">The assignment of this service.</param>
    /// <param name="site">The address of a site of the settings.</param>
    /// <param name="token">The person's token.</param>
    /// <param name="actor">Who connects.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Why it was not connected; <c>null</c> where it was.</returns>
    public async Task<LocalizedText?> ExecuteAsync(
        Guid assignmentId, string site, string token, string actor, CancellationToken cancellationToken = default)
    {
        if (_options.Value.Moodle.Find(site) is not { } allowed)
            return new("This site is not among those that this service may talk to.", "Diese Seite gehört nicht zu den erlaubten.");
        if (token.Trim() is not { Length: >= 16 and <= 128 } secret || !secret.All(char.IsAsciiLetterOrDigit))
            return new("That is no token: it consists of 16 or more letters and digits.",
                "Das ist kein Token: Es besteht aus 16 oder mehr Buchstaben und Ziffern.");
        try
        {
            var test = await _test.AskAsync(new MoodleAccess(allowed, secret), cancellationToken);
            await SaveAsync(assignmentId, site, secret, test.Owner, actor, cancellationToken);
            return null;
        }
        catch (MoodleException fault)
        {
            return fault.Text;
        }
    }

    private async Task SaveAsync(
        Guid assignmentId, string site, string token, string? owner, string actor, CancellationToken cancellationToken)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        var now = _clock.GetUtcNow().UtcDateTime;
        var connection = await context.MoodleConnections.SingleOrDefaultAsync(c => c.AssignmentId == assignmentId, cancellationToken);
        if (connection is not null && connection.Site != site)
        {
            context.MoodleConnections.Remove(connection);
            await context.SaveChangesAsync(cancellationToken);
            connection = null;
        }
        if (connection is null)
        {
            connection = new MoodleConnection
            {
                AssignmentId = assignmentId,
                Site = site,
                ProtectedToken = "",
                ConnectedAt = now,
                ConnectedBy = actor,
            };
            context.MoodleConnections.Add(connection);
        }
        connection.ProtectedToken = _safe.Lock(token);
        connection.Owner = owner;
        connection.ConnectedAt = now;
        connection.ConnectedBy = actor;
        _audit.Add(context, actor, "moodle.connect", assignmentId.ToString(), site);
        await context.SaveChangesAsync(cancellationToken);
    }
}
