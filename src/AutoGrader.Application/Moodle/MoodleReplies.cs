namespace AutoGrader.Application.Moodle;

// What Moodle's web services answer, as far as it is needed (formats, section 6). Lists that Moodle may leave out are nullable.

internal sealed record SiteInfo(
    string? SiteName, long UserId, string? FullName, string? Release, int DownloadFiles, int UploadFiles,
    IReadOnlyList<SiteFunction>? Functions);

internal sealed record SiteFunction(string Name);

internal sealed record CoursesReply(IReadOnlyList<CourseReply>? Courses);

internal sealed record CourseReply(long Id, string? FullName, IReadOnlyList<AssignmentReply>? Assignments);

internal sealed record AssignmentReply(
    long Id, long CmId, string? Name, long DueDate, decimal Grade, int TeamSubmission, int BlindMarking, int MarkingWorkflow,
    IReadOnlyList<ConfigReply>? Configs)
{
    /// <summary>Whether a kind of feedback is switched on.</summary>
    public bool Has(string feedback) => Configs?.Any(c =>
        c.Subtype == "assignfeedback" && c.Plugin == feedback && c.Name == "enabled" && c.Value == "1") == true;
}

internal sealed record ConfigReply(string Plugin, string Subtype, string Name, string? Value);

internal sealed record ListReply<T>(IReadOnlyList<T>? Assignments);

internal sealed record SubmissionsReply(long AssignmentId, IReadOnlyList<SubmissionReply>? Submissions);

internal sealed record SubmissionReply(
    long Id, long UserId, long GroupId, string? Status, long TimeModified, int AttemptNumber, IReadOnlyList<PluginReply>? Plugins);

internal sealed record PluginReply(string Type, IReadOnlyList<FileAreaReply>? FileAreas, IReadOnlyList<EditorReply>? EditorFields);

internal sealed record FileAreaReply(string Area, IReadOnlyList<FileReply>? Files);

internal sealed record FileReply(string FileName, string? FilePath, long FileSize, long TimeModified, string? FileUrl);

internal sealed record EditorReply(string Name, string? Text);

internal sealed record MappingsReply(long AssignmentId, IReadOnlyList<MappingReply>? Mappings);

internal sealed record MappingReply(long Id, long UserId);

internal sealed record ParticipantReply(long? Id, long? RecordId, string? FullName, string? Email, IReadOnlyList<GroupReply>? Groups,
    long? GroupId, string? GroupName);

internal sealed record GroupReply(long Id, string? Name);

internal sealed record FlagsReply(long AssignmentId, IReadOnlyList<FlagReply>? UserFlags);

internal sealed record FlagReply(long UserId, long ExtensionDueDate);

internal sealed record GradesReply(long AssignmentId, IReadOnlyList<GradeReply>? Grades);

internal sealed record GradeReply(long UserId, int AttemptNumber, decimal? Grade, long TimeModified);

internal sealed record StatusReply(LastAttemptReply? LastAttempt, FeedbackReply? Feedback);

internal sealed record LastAttemptReply(SubmissionReply? Submission, SubmissionReply? TeamSubmission);

internal sealed record FeedbackReply(GradeReply? Grade, IReadOnlyList<PluginReply>? Plugins);

internal sealed record DraftReply(long ItemId);
