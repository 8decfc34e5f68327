namespace AutoGrader.Application.Moodle;

/// <summary>What Moodle tells of an assignment at one moment.</summary>
internal sealed record MoodleSnapshot(
    AssignmentReply Assignment, IReadOnlyList<SubmissionReply> Submissions, IReadOnlyList<ParticipantReply> Participants,
    IReadOnlyDictionary<long, string> Numbers, IReadOnlyDictionary<long, long> Extensions, IReadOnlyDictionary<long, GradeReply> Grades)
{
    /// <summary>Asks for it.</summary>
    /// <exception cref="MoodleException">It came to nothing.</exception>
    public static async Task<MoodleSnapshot> ReadAsync(
        MoodleApi api, MoodleAccess access, AssignmentReply assignment, CancellationToken cancellationToken)
    {
        // Submissions last: with their numbers, nobody can be among them whom the others do not know.
        var participants = await api.ParticipantsAsync(access, assignment.Id, cancellationToken);
        var flags = await api.FlagsAsync(access, assignment.Id, cancellationToken);
        var grades = await api.GradesAsync(access, assignment.Id, cancellationToken);
        var mappings = await api.MappingsAsync(access, assignment.Id, cancellationToken);
        var submissions = await api.SubmissionsAsync(access, assignment.Id, cancellationToken);
        return new MoodleSnapshot(
            assignment, submissions, participants,
            mappings.GroupBy(m => m.UserId).ToDictionary(g => g.Key, g => FormattableString.Invariant($"{g.First().Id}")),
            flags.Where(f => f.ExtensionDueDate > 0).GroupBy(f => f.UserId).ToDictionary(g => g.Key, g => g.First().ExtensionDueDate),
            grades);
    }

    /// <summary>Finds the connected assignment.</summary>
    /// <exception cref="MoodleException">It is gone, or its grades are no points.</exception>
    public static async Task<AssignmentReply> FindAssignmentAsync(
        MoodleApi api, MoodleAccess access, long courseId, long assignmentId, CancellationToken cancellationToken)
    {
        var courses = await api.CoursesAsync(access, courseId, cancellationToken);
        var found = courses.SelectMany(c => c.Assignments ?? []).FirstOrDefault(a => a.Id == assignmentId);
        return found switch
        {
            null => throw new MoodleException(MoodleFault.Closed, new(
                "The connected assignment is gone from Moodle, or the token's owner no longer sees it: choose another.",
                "Die verbundene Aufgabe gibt es in Moodle nicht mehr, oder die Person, der das Token gehört, sieht sie nicht mehr: Wählen "
                + "Sie eine andere.")),
            { Grade: <= 0 } => throw new MoodleException(MoodleFault.Closed, new(
                "In Moodle the assignment is graded by a scale of words, or not at all: set a maximum grade in points there.",
                "In Moodle wird die Aufgabe nach einer Skala oder gar nicht bewertet: Stellen Sie dort Punkte als Bewertung ein.")),
            _ => found,
        };
    }

    /// <summary>The files that were handed in.</summary>
    public static IEnumerable<FileReply> FilesOf(SubmissionReply submission) => (submission.Plugins ?? [])
        .Where(p => p.Type == "file").SelectMany(p => p.FileAreas ?? []).SelectMany(a => a.Files ?? []);

    /// <summary>The text that was written in Moodle itself; <c>null</c> for none.</summary>
    public static string? OnlineTextOf(SubmissionReply submission) => (submission.Plugins ?? [])
        .Where(p => p.Type == "onlinetext").SelectMany(p => p.EditorFields ?? []).Select(e => e.Text)
        .FirstOrDefault(t => !string.IsNullOrWhiteSpace(t));

    /// <summary>Whether the submissions are those of another snapshot: nobody handed in between the two.</summary>
    public bool IsSameAs(IReadOnlyList<SubmissionReply> others) => States(Submissions).SetEquals(States(others));

    private static HashSet<(long, long, string?, long, int)> States(IEnumerable<SubmissionReply> submissions) =>
        [.. submissions.Select(s => (s.UserId, s.GroupId, s.Status, s.TimeModified, s.AttemptNumber))];
}
