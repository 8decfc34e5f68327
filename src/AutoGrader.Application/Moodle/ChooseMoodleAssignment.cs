using AutoGrader.Application.Data;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Moodle;

/// <summary>An assignment in Moodle that may be chosen.</summary>
/// <param name="Id">Moodle's number of it.</param>
/// <param name="Course">The course's name.</param>
/// <param name="Name">The assignment's name.</param>
/// <param name="Maximum">Its maximum grade; negative where it is graded by a scale of words.</param>
public sealed record MoodleAssignmentChoice(long Id, string Course, string Name, decimal Maximum);

/// <summary>The assignments that a connection may be made for.</summary>
/// <param name="Choices">The assignments, by course and name.</param>
/// <param name="Problem">Why there are none; <c>null</c> where there are.</param>
public sealed record MoodleChoices(IReadOnlyList<MoodleAssignmentChoice> Choices, LocalizedText? Problem);

/// <summary>Lists the assignments of the courses in which the token's owner is.</summary>
public sealed class ListMoodleAssignments
{
    private readonly OpenMoodle _open;
    private readonly MoodleApi _api;

    internal ListMoodleAssignments(OpenMoodle open, MoodleApi api) => (_open, _api) = (open, api);

    /// <summary>Lists.</summary>
    public async Task<MoodleChoices> ExecuteAsync(Guid assignmentId, CancellationToken cancellationToken = default)
    {
        try
        {
            var (_, access) = await _open.ExecuteAsync(assignmentId, cancellationToken);
            var courses = await _api.CoursesAsync(access, null, cancellationToken);
            var choices = courses.SelectMany(c => (c.Assignments ?? [])
                .Select(a => new MoodleAssignmentChoice(a.Id, c.FullName ?? "", a.Name ?? "", a.Grade)));
            return new([.. choices.OrderBy(c => c.Course, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal)], null);
        }
        catch (MoodleException fault)
        {
            return new([], fault.Text);
        }
    }
}

/// <summary>
/// Chooses the assignment in Moodle. What the fetch of another one knew is forgotten, so that no mark can go to the wrong place.
/// </summary>
public sealed class ChooseMoodleAssignment
{
    private readonly Database _database;
    private readonly OpenMoodle _open;
    private readonly MoodleApi _api;
    private readonly AuditTrail _audit;

    internal ChooseMoodleAssignment(Database database, OpenMoodle open, MoodleApi api, AuditTrail audit) =>
        (_database, _open, _api, _audit) = (database, open, api, audit);

    /// <summary>Chooses.</summary>
    /// <returns>Why it cannot be; <c>null</c> where it was.</returns>
    public async Task<LocalizedText?> ExecuteAsync(
        Guid assignmentId, long moodleAssignment, string actor, CancellationToken cancellationToken = default)
    {
        try
        {
            var (_, access) = await _open.ExecuteAsync(assignmentId, cancellationToken);
            // Only what the token's owner can see, whatever the form said.
            foreach (var course in await _api.CoursesAsync(access, null, cancellationToken))
            {
                if (course.Assignments?.FirstOrDefault(a => a.Id == moodleAssignment) is { } found)
                    return await SaveAsync(assignmentId, course, found, actor, cancellationToken);
            }
            return new("There is no such assignment in Moodle any more.", "Diese Aufgabe gibt es in Moodle nicht mehr.");
        }
        catch (MoodleException fault)
        {
            return fault.Text;
        }
    }

    private async Task<LocalizedText?> SaveAsync(
        Guid assignmentId, CourseReply course, AssignmentReply found, string actor, CancellationToken cancellationToken)
    {
        if (found.Grade <= 0)
            return new("The assignment is graded by a scale of words, or not at all: set a maximum grade in points in Moodle first.",
                "Die Aufgabe wird nach einer Skala oder gar nicht bewertet: Stellen Sie in Moodle zuerst Punkte als Bewertung ein.");
        await using var context = await _database.OpenAsync(cancellationToken);
        var connection = await context.MoodleConnections.SingleAsync(c => c.AssignmentId == assignmentId, cancellationToken);
        if (connection.MoodleAssignmentId != found.Id)
        {
            connection.FetchedUploadId = null;
            context.MoodleParticipants.RemoveRange(context.MoodleParticipants.Where(p => p.AssignmentId == assignmentId));
        }
        connection.MoodleCourseId = course.Id;
        connection.MoodleAssignmentId = found.Id;
        connection.MoodleName = $"{course.FullName}: {found.Name}";
        _audit.Add(context, actor, "moodle.choose", assignmentId.ToString(), FormattableString.Invariant($"assignment {found.Id}"));
        await context.SaveChangesAsync(cancellationToken);
        return null;
    }
}
