using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AutoGrader.IntegrationTests.Web.Moodle;

/// <summary>What the fake Moodle answers to each function.</summary>
internal sealed class FakeAnswers(FakeAssignment assignment, string address, ConcurrentDictionary<long, Dictionary<string, byte[]>> drafts)
{
    private static readonly long Now = FakeAssignment.Seconds(new DateTime(2026, 11, 25));

    public IResult To(string function, IFormCollection form) => function switch
    {
        "core_webservice_get_site_info" => Results.Json(new
        {
            sitename = "Fake Moodle",
            userid = 2,
            fullname = "Marker of the Course",
            release = "4.5.6 (Build: 20250811)",
            downloadfiles = 1,
            uploadfiles = 1,
            functions = Functions(),
        }),
        "mod_assign_get_assignments" => Results.Json(new { courses = new[] { Course() }, warnings = Array.Empty<object>() }),
        "mod_assign_get_submissions" => OfAssignment("submissions", Submissions()),
        "mod_assign_get_user_mappings" => OfAssignment(
            "mappings", assignment.Students.Where(s => s.IsNumbered).Select(s => new { id = Number(s.Participant), userid = s.User })),
        "mod_assign_list_participants" => Results.Json(assignment.Students.Select(Participant)),
        "mod_assign_get_user_flags" => OfAssignment(
            "userflags", assignment.Students.Where(s => s.Extension > 0)
                .Select(s => new { id = 1, userid = s.User, locked = 0, mailed = 0, extensionduedate = s.Extension, workflowstate = "" })),
        "mod_assign_get_grades" => OfAssignment("grades", assignment.Students.Where(s => s.HasRecord).Select(Grade)),
        "mod_assign_get_submission_status" => Results.Json(Status(User(form, "userid"))),
        "mod_assign_save_grade" => Save(form),
        _ => FakeMoodle.Fault("dml_missing_record_exception", "invalidrecord", "Can't find data record in database table."),
    };

    public IReadOnlyCollection<string> Allowed { get; init; } = [];

    private IEnumerable<object> Functions() => Allowed.Select(name => new { name, version = "2024100706" });

    private object Course() => new
    {
        id = 8,
        fullname = "Image and Video Understanding",
        shortname = "IVU",
        assignments = new[]
        {
            new
            {
                id = assignment.Id,
                cmid = 913378,
                course = 8,
                name = "Exercise Sheet 5",
                duedate = assignment.Due,
                grade = assignment.Maximum,
                teamsubmission = assignment.IsTeam ? 1 : 0,
                blindmarking = assignment.IsBlind ? 1 : 0,
                markingworkflow = assignment.HasWorkflow ? 1 : 0,
                configs = new[]
                {
                    new { plugin = "comments", subtype = "assignfeedback", name = "enabled", value = assignment.HasComments ? "1" : "0" },
                    new { plugin = "file", subtype = "assignfeedback", name = "enabled", value = assignment.HasFiles ? "1" : "0" },
                },
            },
        },
    };

    private IEnumerable<object> Submissions() => assignment.IsTeam
        ? assignment.Students.Where(s => s.Group > 0).DistinctBy(s => s.Group).Select(s => Submission(s, 0, s.Group, withFiles: true))
        : assignment.Students.Where(s => s.Submission.Time > 0).Select(s => Submission(s, s.User, 0, withFiles: true));

    private object Submission(FakeStudent student, long user, long group, bool withFiles) => new
    {
        id = student.User + 1,
        userid = user,
        attemptnumber = student.Submission.Attempt,
        timecreated = student.Submission.Time - 60,
        timemodified = student.Submission.Time,
        status = student.Submission.Status,
        groupid = group,
        gradingstatus = "notgraded",
        plugins = withFiles ? Plugins(student) : [],
    };

    private object[] Plugins(FakeStudent student) =>
    [
        new
        {
            type = "onlinetext",
            name = "Online text",
            editorfields = new[] { new { name = "onlinetext", description = "", text = student.Submission.OnlineText ?? "", format = 1 } },
        },
        new
        {
            type = "file",
            name = "File submissions",
            fileareas = new[]
            {
                new
                {
                    area = "submission_files",
                    files = student.Submission.Files.Select(f => new
                    {
                        filename = f.Name,
                        filepath = f.Folder,
                        filesize = f.Content.Length,
                        timemodified = f.Time,
                        fileurl = $"{address}/webservice/pluginfile.php/{(assignment.IsTeam ? student.Group : student.User)}/"
                            + string.Join('/', f.Path.Split('/').Select(Uri.EscapeDataString)),
                    }),
                },
            },
        },
        new { type = "comments", name = "Submission comments" },
    ];

    private object Participant(FakeStudent student) => assignment.IsBlind
        ? new { recordid = Number(student.Participant), fullname = $"Participant {student.Participant}", submitted = true }
        : new
        {
            id = student.User,
            fullname = student.Name,
            email = student.Email,
            submitted = true,
            groups = student.Group > 0 ? new[] { new { id = student.Group, name = student.GroupName } } : [],
        };

    private static object Grade(FakeStudent student) => new
    {
        id = student.User,
        userid = student.User,
        attemptnumber = student.Submission.Attempt,
        timemodified = Now,
        grader = 2,
        grade = (student.Grade ?? -1).ToString("0.00000", CultureInfo.InvariantCulture),
    };

    private object Status(FakeStudent student) => new
    {
        lastattempt = new
        {
            submission = assignment.IsTeam ? null : Submission(student, student.User, 0, withFiles: false),
            teamsubmission = assignment.IsTeam ? Submission(student, 0, student.Group, withFiles: false) : null,
        },
        feedback = student.HasRecord && (!assignment.HasWorkflow || assignment.IsReleased) ? Feedback(student) : null,
    };

    private static object Feedback(FakeStudent student) => new
    {
        grade = Grade(student),
        gradefordisplay = "",
        plugins = new object[]
        {
            // Moodle cleans the stored HTML when it is read: entities that need not be come back as what they stand for.
            new
            {
                type = "comments",
                editorfields = new[]
                {
                    new { name = "comments", text = student.Comment.Replace("&quot;", "\"", StringComparison.Ordinal), format = 1 },
                },
            },
            new
            {
                type = "file",
                fileareas = new[]
                {
                    new
                    {
                        area = "feedback_files",
                        files = student.Feedback.Select(f => new { filename = f.Key, filepath = "/", filesize = f.Value.Length }),
                    },
                },
            },
        },
    };

    private IResult Save(IFormCollection form)
    {
        var student = User(form, "userid");
        if (assignment.HasComments && !form.ContainsKey("plugindata[assignfeedbackcomments_editor][text]"))
            return FakeMoodle.Fault("dml_write_exception", "dmlwriteexception", "Error writing to database");
        student.HasRecord = true;
        var grade = decimal.Parse(form["grade"].ToString(), CultureInfo.InvariantCulture);
        // Above the maximum, or locked: kept as it is, and answered as a success.
        if (grade <= assignment.Maximum && !student.IsLocked)
            student.Grade = grade < 0 ? null : grade;
        if (assignment.HasComments)
            student.Comment = form["plugindata[assignfeedbackcomments_editor][text]"].ToString();
        if (assignment.HasFiles && long.TryParse(form["plugindata[files_filemanager]"], CultureInfo.InvariantCulture, out var draft))
        {
            student.Feedback.Clear();
            foreach (var (name, content) in drafts[draft])
                student.Feedback[name] = content;
        }
        return Results.Text("null", "application/json");
    }

    private IResult OfAssignment(string name, IEnumerable<object> items) => Results.Json(new Dictionary<string, object>
    {
        ["assignments"] = new[] { new Dictionary<string, object> { ["assignmentid"] = assignment.Id, [name] = items } },
        ["warnings"] = Array.Empty<object>(),
    });

    private FakeStudent User(IFormCollection form, string field) =>
        assignment.Students.Single(s => s.User == Number(form[field].ToString()));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
