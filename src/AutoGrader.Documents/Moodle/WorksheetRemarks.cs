namespace AutoGrader.Documents.Moodle;

/// <summary>What can be said about a worksheet before anything is written into it.</summary>
internal static class WorksheetRemarks
{
    /// <summary>The remarks, a sentence each.</summary>
    public static IEnumerable<string> On(IReadOnlyList<WorksheetRow> rows, bool isScale, bool hasComments)
    {
        if (rows.Count == 0)
            yield return "The worksheet has no participants: Moodle writes only those who match the filters of the grading page.";
        foreach (var same in rows.GroupBy(r => r.ParticipantNumber).Where(g => g.Count() > 1))
            yield return $"Participant {same.Key} has {same.Count()} rows; Moodle would take the last.";
        if (isScale)
            yield return "The assignment is graded by a scale of words; points cannot be written into it, only comments.";
        if (!hasComments)
            yield return "The worksheet has no column for comments (feedback type “Feedback comments” is off); no comments are written.";
        var locked = rows.Where(r => !r.CanBeChanged).ToArray();
        if (locked.Length > 0)
            yield return $"Locked or overridden in the gradebook, so that Moodle drops their grades without a word: {Names(locked)}.";
        var graded = rows.Where(r => r.Grade.Length > 0).ToArray();
        if (graded.Length > 0)
            yield return $"{graded.Length} participant(s) have a grade in Moodle already, which a new one replaces: {Names(graded)}.";
    }

    /// <summary>A short list of participants.</summary>
    public static string Names(IReadOnlyCollection<WorksheetRow> rows)
    {
        const int Shown = 8;
        var names = string.Join(", ",
            rows.Take(Shown).Select(r => r.FullName is null ? r.Identifier : $"{r.FullName} ({r.ParticipantNumber})"));
        return rows.Count > Shown ? $"{names} and {rows.Count - Shown} more" : names;
    }
}
