using AutoGrader.Application.Data;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Courses;

/// <summary>What may change of an assignment at any time. Not its rubric version, which <see cref="PinRubric"/> changes.</summary>
/// <param name="Title">Its title.</param>
/// <param name="DueAt">The deadline (UTC); <c>null</c> for none.</param>
/// <param name="Language">The language of feedback from the next run on; <c>null</c> takes each report's own.</param>
/// <param name="ChecksNeedAccount">Whether only members of the course check their hand-ins beforehand.</param>
public sealed record AssignmentSettings(string Title, DateTime? DueAt = null, Language? Language = null, bool ChecksNeedAccount = false);

/// <summary>Changes the settings of an assignment.</summary>
public sealed class ChangeAssignment(Database database, AuditTrail audit)
{
    /// <summary>Changes.</summary>
    /// <param name="assignmentId">The assignment.</param>
    /// <param name="settings">All of its settings.</param>
    /// <param name="seenVersion">The version of the assignment that the person saw.</param>
    /// <param name="actor">Who changes.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="KeyNotFoundException">There is no such assignment.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has changed the assignment since.</exception>
    public async Task ExecuteAsync(
        Guid assignmentId, AssignmentSettings settings, int seenVersion, string actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(settings.Title, nameof(settings));
        await using var context = await database.OpenAsync(cancellationToken);
        var assignment = await context.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken)
            ?? throw new KeyNotFoundException($"There is no assignment {assignmentId}.");
        context.Entry(assignment).Property(a => a.Version).OriginalValue = seenVersion;
        assignment.Title = settings.Title.Trim();
        assignment.DueAt = settings.DueAt;
        assignment.Language = settings.Language;
        assignment.ChecksNeedAccount = settings.ChecksNeedAccount;
        audit.Add(context, actor, "assignment.change", assignmentId.ToString());
        await context.SaveChangesAsync(cancellationToken);
    }
}
