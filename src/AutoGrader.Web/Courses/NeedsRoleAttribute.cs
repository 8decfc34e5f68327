using AutoGrader.Application.Data.Courses;

namespace AutoGrader.Web.Courses;

/// <summary>The least role in the course that a page or an endpoint below <c>/courses/{course}</c> needs. Without it: a tutor.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsRoleAttribute(CourseRole role) : Attribute
{
    public CourseRole Role { get; } = role;
}

/// <summary>Only for the administrators of the service.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAdministratorAttribute : Attribute;
