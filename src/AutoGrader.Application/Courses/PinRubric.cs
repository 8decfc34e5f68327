using AutoGrader.Application.Data;
using AutoGrader.Application.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Courses;

/// <summary>
/// Pins another rubric version to an assignment that is not graded yet; the next start grades by it. Once there are results, another
/// version comes by re-marking, so that nobody's marks change unseen.
/// </summary>
public sealed class PinRubric(Database database, AuditTrail audit)
{
    /// <summary>Pins.</summary>
    /// <param name="assignmentId">The assignment.</param>
    /// <param name="rubricHash">The stored version.</param>
    /// <param name="seenVersion">The version of the assignment that the person saw.</param>
    /// <param name="actor">Who pins.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Whether it was pinned. <c>false</c>: it is graded.</returns>
    /// <exception cref="KeyNotFoundException">There is no such assignment, or its course has no such rubric version.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has changed the assignment since.</exception>
    public async Task<bool> ExecuteAsync(
        Guid assignmentId, string rubricHash, int seenVersion, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var assignment = await context.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken)
            ?? throw new KeyNotFoundException($"There is no assignment {assignmentId}.");
        var rubric = await context.RubricsOf(assignment.CourseId).SingleOrDefaultAsync(r => r.Hash == rubricHash, cancellationToken)
            ?? throw new KeyNotFoundException($"There is no rubric version {rubricHash}.");
        if (await context.Runs.AnyAsync(r => r.Input!.AssignmentId == assignmentId && r.State == RunState.Finished, cancellationToken))
            return false;
        context.Entry(assignment).Property(a => a.Version).OriginalValue = seenVersion;
        assignment.RubricId = rubric.RubricId;
        assignment.RubricHash = rubric.Hash;
        audit.Add(context, actor, "assignment.pin", assignmentId.ToString(), rubric.Hash[..12]);
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }
}
