using AutoGrader.Application.Data.Courses;
using AutoGrader.Web.Localisation;

namespace AutoGrader.Web.Courses;

/// <summary>Words for what the database calls by a name.</summary>
internal static class Labels
{
    public static string Of(CourseRole role, Speech say) => role switch
    {
        CourseRole.Instructor => say["Instructor", "Kursleitung"],
        CourseRole.Tutor => say["Tutor", "Tutorin/Tutor"],
        _ => say["Student", "Studentin/Student"],
    };
}
