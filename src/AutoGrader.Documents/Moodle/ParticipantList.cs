using System.Globalization;
using System.Text;

namespace AutoGrader.Documents.Moodle;

/// <summary>How far a participant's submission has come in Moodle.</summary>
public enum ParticipantState
{
    /// <summary>Nothing was handed in.</summary>
    Nothing,

    /// <summary>There are files, but the student has not submitted them.</summary>
    Draft,

    /// <summary>Submitted for grading.</summary>
    Submitted,

    /// <summary>Opened again for another attempt.</summary>
    Reopened,
}

/// <summary>A participant as a grading worksheet tells of one.</summary>
public sealed record ListedParticipant
{
    /// <summary>The participant number.</summary>
    public required string Number { get; init; }

    /// <summary>The full name; <c>null</c> in anonymous assignments.</summary>
    public string? FullName { get; init; }

    /// <summary>The e-mail address, where it may be seen.</summary>
    public string? Email { get; init; }

    /// <summary>The group's name; <c>null</c> where each hands in alone.</summary>
    public string? Group { get; init; }

    /// <summary>How far the submission has come.</summary>
    public ParticipantState State { get; init; }

    /// <summary>By how much it is late; <c>null</c> where it is not.</summary>
    public TimeSpan? Late { get; init; }

    /// <summary>Wall-clock time until which an extension was granted.</summary>
    public DateTime? ExtensionUntil { get; init; }

    /// <summary>Wall-clock time of the last change of the submission.</summary>
    public DateTime? SubmittedAt { get; init; }

    /// <summary>The grade; <c>null</c> for none.</summary>
    public decimal? Grade { get; init; }

    /// <summary>Wall-clock time of the last change of the grade.</summary>
    public DateTime? GradedAt { get; init; }
}

/// <summary>
/// Writes participants as Moodle's English grading worksheet shows them (formats, section 2), for what did not come as that file. It
/// holds no comments: those who write comments by it must know the ones in Moodle from elsewhere.
/// </summary>
public static class ParticipantList
{
    private const string Time = "dddd, d MMMM yyyy, h:mm tt";

    /// <summary>Writes.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="maximum">The assignment's maximum grade.</param>
    /// <param name="participants">The participants in the order of the rows.</param>
    public static void Write(Stream output, decimal maximum, IReadOnlyList<ListedParticipant> participants)
    {
        var columns = new List<(string Heading, Func<ListedParticipant, string?> Cell)>
        {
            ("Identifier", p => $"Participant {p.Number}"),
            ("Full name", p => p.FullName),
            ("Email address", p => p.Email),
            ("Status", StatusOf),
            ("Group", p => p.Group),
            ("Grade", p => p.Grade?.ToString("0.00###", CultureInfo.InvariantCulture)),
            ("Maximum grade", _ => maximum.ToString("0.00###", CultureInfo.InvariantCulture)),
            ("Grade can be changed", _ => "Yes"),
            ("Last modified (submission)", p => TimeOf(p.SubmittedAt)),
            ("Last modified (grade)", p => TimeOf(p.GradedAt)),
            ("Feedback comments", _ => ""),
        };
        columns.RemoveAll(c => c.Heading is "Full name" or "Email address" or "Group" && participants.All(p => c.Cell(p) is null));
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true)
        {
            NewLine = "\n",
        };
        writer.WriteLine(WorksheetWriter.Line([.. columns.Select(c => c.Heading)], skipped: null));
        foreach (var participant in participants)
            writer.WriteLine(WorksheetWriter.Line([.. columns.Select(c => c.Cell(participant) ?? "")], skipped: null));
    }

    private static string StatusOf(ListedParticipant participant)
    {
        var parts = new List<string>
        {
            participant.State switch
            {
                ParticipantState.Submitted => "Submitted for grading",
                ParticipantState.Draft => "Draft (not submitted)",
                ParticipantState.Reopened => "Reopened",
                _ => "No submission",
            },
        };
        if (participant.Late is { } late)
            parts.Add($"{Span(late)} late");
        if (participant.Grade is not null)
            parts.Add("Graded");
        if (participant.ExtensionUntil is { } until)
            parts.Add($"Extension granted until: {TimeOf(until)}");
        return string.Join(" - ", parts) + " -  - ";
    }

    private static string TimeOf(DateTime? time) => time?.ToString(Time, CultureInfo.InvariantCulture) ?? "-";

    /// <summary>A length of time as Moodle says it: in its two largest units.</summary>
    private static string Span(TimeSpan span)
    {
        var units = new[] { (span.Days, "day"), (span.Hours, "hour"), (span.Minutes, "min"), (span.Seconds, "sec") };
        var told = units.SkipWhile(u => u.Item1 == 0).Take(2).Where(u => u.Item1 > 0).Select(u => Count(u.Item1, u.Item2)).ToArray();
        return told.Length == 0 ? "0 secs" : string.Join(' ', told);
    }

    private static string Count(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
