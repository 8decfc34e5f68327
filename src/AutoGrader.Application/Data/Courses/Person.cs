using Microsoft.AspNetCore.Identity;

namespace AutoGrader.Application.Data.Courses;

/// <summary>Somebody who can sign in. What they may do in a course is said by <see cref="CourseMember"/>.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>The name that others see.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Whether they may make courses and see the pages of the service itself.</summary>
    public bool IsAdministrator { get; set; }

    public DateTime CreatedAt { get; set; }
}
