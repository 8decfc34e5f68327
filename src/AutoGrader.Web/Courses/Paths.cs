namespace AutoGrader.Web.Courses;

/// <summary>The addresses of pages, written once.</summary>
internal static class Paths
{
    public const string Courses = "/courses";

    public static string Course(Guid course) => $"/courses/{course}";

    public static string People(Guid course) => $"{Course(course)}/people";

    public static string NewAssignment(Guid course) => $"{Course(course)}/new-assignment";

    public static string Assignment(Guid course, Guid assignment) => $"{Course(course)}/assignments/{assignment}";

    public static string Rubrics(Guid course) => $"{Course(course)}/rubrics";

    public static string Draft(Guid course, Guid draft, string page = "") =>
        $"{Rubrics(course)}/{draft}" + (page.Length > 0 ? "/" + page : "");

    public static string In(CourseScope scope, string page = "") =>
        Assignment(scope.Course.Id, scope.Assignment.Id) + (page.Length > 0 ? "/" + page : "");
}
