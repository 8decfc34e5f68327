using AutoGrader.Core;

namespace AutoGrader.Application.Moodle;

/// <summary>The functions of Moodle's web services that are used here, and no others.</summary>
internal sealed class MoodleApi(MoodleClient client)
{
    private const string GetSiteInfo = "core_webservice_get_site_info";
    private const string GetAssignments = "mod_assign_get_assignments";
    private const string GetSubmissions = "mod_assign_get_submissions";
    private const string GetMappings = "mod_assign_get_user_mappings";
    private const string ListParticipants = "mod_assign_list_participants";
    private const string GetFlags = "mod_assign_get_user_flags";
    private const string GetGrades = "mod_assign_get_grades";
    private const string GetStatus = "mod_assign_get_submission_status";
    private const string SaveGrade = "mod_assign_save_grade";

    /// <summary>What a token's service must hold, with what each function is for.</summary>
    public static IReadOnlyList<(string Function, LocalizedText Purpose)> Needed { get; } =
    [
        (GetSiteInfo, new("to see whose token it is and what it may do", "um zu sehen, wem das Token gehört und was es darf")),
        (GetAssignments, new("to find the assignment", "um die Aufgabe zu finden")),
        (GetSubmissions, new("to see what was handed in", "um zu sehen, was abgegeben wurde")),
        (GetMappings, new("to know the participant numbers", "für die Teilnehmernummern")),
        (ListParticipants, new("to know names and groups", "für Namen und Gruppen")),
        (GetFlags, new("to know extensions", "für Verlängerungen")),
        (GetGrades, new("to see the grades that Moodle holds", "um die Noten zu sehen, die in Moodle stehen")),
        (GetStatus, new("to see comments and feedback files before and after sending",
            "um Kommentare und Feedback-Dateien vor und nach dem Senden zu sehen")),
        (SaveGrade, new("to send grades, comments and feedback", "um Noten, Kommentare und Feedback zu senden")),
    ];

    public Task<SiteInfo> SiteInfoAsync(MoodleAccess access, CancellationToken cancellationToken) =>
        client.ReadAsync<SiteInfo>(access, GetSiteInfo, cancellationToken);

    /// <summary>The assignments of the courses in which the token's owner is.</summary>
    public async Task<IReadOnlyList<CourseReply>> CoursesAsync(
        MoodleAccess access, long? courseId, CancellationToken cancellationToken) =>
        (await client.ReadAsync<CoursesReply>(
            access, GetAssignments, cancellationToken, courseId is { } id ? [("courseids[0]", id)] : [])).Courses ?? [];

    public async Task<IReadOnlyList<SubmissionReply>> SubmissionsAsync(
        MoodleAccess access, long assignment, CancellationToken cancellationToken) =>
        (await OfAsync<SubmissionsReply>(access, GetSubmissions, assignment, cancellationToken))
            .FirstOrDefault(a => a.AssignmentId == assignment)?.Submissions ?? [];

    public async Task<IReadOnlyList<MappingReply>> MappingsAsync(
        MoodleAccess access, long assignment, CancellationToken cancellationToken) =>
        (await OfAsync<MappingsReply>(access, GetMappings, assignment, cancellationToken))
            .FirstOrDefault(a => a.AssignmentId == assignment)?.Mappings ?? [];

    public Task<IReadOnlyList<ParticipantReply>> ParticipantsAsync(
        MoodleAccess access, long assignment, CancellationToken cancellationToken) =>
        client.ReadAsync<IReadOnlyList<ParticipantReply>>(
            access, ListParticipants, cancellationToken, ("assignid", assignment), ("groupid", 0), ("filter", ""));

    public async Task<IReadOnlyList<FlagReply>> FlagsAsync(MoodleAccess access, long assignment, CancellationToken cancellationToken) =>
        (await OfAsync<FlagsReply>(access, GetFlags, assignment, cancellationToken))
            .FirstOrDefault(a => a.AssignmentId == assignment)?.UserFlags ?? [];

    /// <summary>The grades that Moodle holds, of the latest attempts. Whom it has no record of is left out.</summary>
    public async Task<IReadOnlyDictionary<long, GradeReply>> GradesAsync(
        MoodleAccess access, long assignment, CancellationToken cancellationToken)
    {
        var grades = (await OfAsync<GradesReply>(access, GetGrades, assignment, cancellationToken))
            .FirstOrDefault(a => a.AssignmentId == assignment)?.Grades ?? [];
        return grades.GroupBy(g => g.UserId).ToDictionary(g => g.Key, g => g.MaxBy(a => a.AttemptNumber)!);
    }

    public Task<StatusReply> StatusAsync(MoodleAccess access, long assignment, long user, CancellationToken cancellationToken) =>
        client.ReadAsync<StatusReply>(access, GetStatus, cancellationToken, ("assignid", assignment), ("userid", user));

    public Task<long> UploadAsync(MoodleAccess access, string fileName, byte[] content, CancellationToken cancellationToken) =>
        client.UploadAsync(access, fileName, content, cancellationToken);

    public Task DownloadAsync(MoodleAccess access, FileReply file, string path, CancellationToken cancellationToken) =>
        client.DownloadAsync(access, file, path, cancellationToken);

    /// <summary>
    /// Saves a grade, a comment and the feedback files. Where comments are switched on one must be given, or Moodle's database refuses.
    /// Files replace all that are there; without any they stay. Answers nothing, also where Moodle did not take the grade.
    /// </summary>
    /// <param name="access">The site.</param>
    /// <param name="grade">Whose grade is saved.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task SaveGradeAsync(MoodleAccess access, GradeToSave grade, CancellationToken cancellationToken)
    {
        var arguments = new List<(string, object)>
        {
            ("assignmentid", grade.Assignment),
            ("userid", grade.User),
            ("grade", grade.Grade ?? -1),
            ("attemptnumber", -1),
            ("addattempt", 0),
            ("workflowstate", ""),
            ("applytoall", 0),
        };
        if (grade.Comment is { } comment)
        {
            arguments.Add(("plugindata[assignfeedbackcomments_editor][text]", comment));
            arguments.Add(("plugindata[assignfeedbackcomments_editor][format]", 1));
        }
        if (grade.Draft is { } draft)
            arguments.Add(("plugindata[files_filemanager]", draft));
        return client.WriteAsync(access, SaveGrade, cancellationToken, [.. arguments]);
    }

    private async Task<IReadOnlyList<T>> OfAsync<T>(
        MoodleAccess access, string function, long assignment, CancellationToken cancellationToken) =>
        (await client.ReadAsync<ListReply<T>>(access, function, cancellationToken, ("assignmentids[0]", assignment))).Assignments ?? [];
}

/// <summary>What is saved for a participant.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="User">The participant.</param>
/// <param name="Grade">The grade; <c>null</c> for none.</param>
/// <param name="Comment">The comment as HTML; <c>null</c> where comments are off.</param>
/// <param name="Draft">The draft area with the feedback files; <c>null</c> leaves what is there.</param>
internal sealed record GradeToSave(long Assignment, long User, decimal? Grade, string? Comment, long? Draft);
