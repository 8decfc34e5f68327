using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;

namespace AutoGrader.Application.Courses;

/// <summary>Makes a course with its first instructor.</summary>
public sealed class CreateCourse(Database database, AuditTrail audit, TimeProvider clock, IdGenerator ids)
{
    /// <summary>Makes the course.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="instructor">The person who becomes instructor.</param>
    /// <param name="actor">Who makes it, for the audit trail.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The course.</returns>
    public async Task<Guid> ExecuteAsync(string name, Guid instructor, string actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        await using var context = await database.OpenAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var course = new Course { Id = ids.Next(), Name = name.Trim(), CreatedAt = now };
        context.Courses.Add(course);
        context.CourseMembers.Add(
            new CourseMember { CourseId = course.Id, PersonId = instructor, Role = CourseRole.Instructor, JoinedAt = now });
        audit.Add(context, actor, "course.create", course.Id.ToString());
        await context.SaveChangesAsync(cancellationToken);
        return course.Id;
    }
}
