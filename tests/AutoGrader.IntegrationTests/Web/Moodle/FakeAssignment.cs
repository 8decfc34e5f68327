using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using AutoGrader.Documents.Moodle;

namespace AutoGrader.IntegrationTests.Web.Moodle;

/// <summary>An assignment as a Moodle holds it, made from an export and a worksheet of a real one.</summary>
internal sealed partial class FakeAssignment
{
    public long Id { get; } = 16;

    public long Due { get; init; }

    public decimal Maximum { get; set; } = 20;

    public bool IsTeam { get; private init; }

    public bool IsBlind { get; init; }

    public bool HasWorkflow { get; set; }

    public bool IsReleased { get; set; }

    public bool HasComments { get; set; } = true;

    public bool HasFiles { get; set; } = true;

    public List<FakeStudent> Students { get; } = [];

    /// <summary>Takes students and hand-ins from an export with its worksheet. The server's zone is UTC.</summary>
    public static FakeAssignment From(string export, string worksheet, DateTime? due = null, bool isBlind = false)
    {
        var rows = GradingWorksheet.Read(worksheet).Rows;
        var assignment = new FakeAssignment
        {
            Due = due is { } time ? Seconds(time) : 0,
            IsTeam = rows.Any(r => r.Group is not null),
            IsBlind = isBlind,
        };
        var submissions = ReadExport(export);
        foreach (var row in rows)
        {
            var key = row.Group is null
                ? row.ParticipantNumber
                : submissions.Keys.FirstOrDefault(k => k.EndsWith("|" + Cleaned(row.Group), StringComparison.Ordinal));
            var submission = key is null ? null : submissions.GetValueOrDefault(key);
            submission ??= new FakeSubmission();
            if (!row.IsNothingSubmitted)
            {
                submission.Status = row.IsDraft ? "draft" : "submitted";
                submission.Time = Seconds(row.SubmittedAt!.Value);
            }
            assignment.Students.Add(new FakeStudent
            {
                User = long.Parse(row.ParticipantNumber, CultureInfo.InvariantCulture) - 2_270_000,
                Participant = row.ParticipantNumber,
                Name = row.FullName ?? $"Hidden {row.ParticipantNumber}",
                Email = row.Email,
                Group = key?.Split('|') is [var group, _]
                    ? long.Parse(group, CultureInfo.InvariantCulture)
                    : row.Group is null ? 0 : 39_000,
                GroupName = row.Group,
                Extension = row.ExtensionUntil is { } until ? Seconds(until) : 0,
                Submission = submission,
            });
        }
        return assignment;
    }

    public FakeStudent Student(string participant) => Students.Single(s => s.Participant == participant);

    public static long Seconds(DateTime time) => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)).ToUnixTimeSeconds();

    /// <summary>By participant number or, for groups, by <c>number|name</c>.</summary>
    private static Dictionary<string, FakeSubmission> ReadExport(string path)
    {
        var submissions = new Dictionary<string, FakeSubmission>(StringComparer.Ordinal);
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries)
        {
            var parts = Entry().Match(entry.FullName);
            var (name, number, type, file) =
                (parts.Groups[1].Value, parts.Groups[2].Value, parts.Groups[3].Value, parts.Groups[4].Value);
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            foreach (var key in new[] { number, $"{number}|{name}" })
            {
                if (!submissions.TryGetValue(key, out var submission))
                    submissions.Add(key, submission = new FakeSubmission());
                if (type == "file")
                    submission.Files.Add(new(file, Seconds(entry.LastWriteTime.DateTime), content.ToArray()));
                else
                    submission.OnlineText = OnlineText().Match(System.Text.Encoding.UTF8.GetString(content.ToArray())).Groups[1].Value;
            }
        }
        return submissions;
    }

    private static string Cleaned(string group) => Removed().Replace(group.Replace('_', ' '), "");

    [GeneratedRegex("^([^_]*)_([0-9]+)_assignsubmission_([a-z]+)/(.*)$")]
    private static partial Regex Entry();

    [GeneratedRegex("<body>(.*)</body>", RegexOptions.Singleline)]
    private static partial Regex OnlineText();

    [GeneratedRegex("""[&<>"`|':\\/]""")]
    private static partial Regex Removed();
}
