using System.Text.Json;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Documents.Moodle;

/// <summary>What is true of a sample export of the running Moodle 4.5.6 (its <c>meta.json</c>).</summary>
internal sealed record MoodleTruth(string Folder, bool IsTeam, IReadOnlyList<MoodleTruth.Student> Students)
{
    /// <summary>The folders of all samples; the last four of the ten have names or settings that bite.</summary>
    public static TheoryData<string> Samples { get; } =
        [".", "variants/german", "variants/blind", "variants/scale", "variants/team", "variants/workflow-onlinetext-multifile",
            "variants/drafts-noemail", "variants/hard-filenames"];

    public sealed record Student(string Participant, string Given, string Surname, string? Email, string? Status, DateTime? Submitted,
        string[] Files, string? Group, string? GroupId)
    {
        public string FullName => $"{Given} {Surname}";
    }

    public static MoodleTruth Read(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(TestData.Path("moodle", folder, "meta.json")));
        return new(folder, json.RootElement.GetProperty("team").GetBoolean(),
            [.. json.RootElement.GetProperty("students").EnumerateArray().Select(ReadStudent)]);
    }

    public string PathOf(string file) => TestData.Path("moodle", Folder, file);

    /// <summary>
    /// The files by participant (in teams: group) number, as Moodle renames them in the zip; online text is not among them.
    /// </summary>
    public SortedDictionary<string, string[]> Files(bool flat)
    {
        var files = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var student in Students.Where(s => s.Files.Length > 0))
            files[student.GroupId ?? student.Participant] =
                [.. student.Files.Select(f => flat ? f[(f.LastIndexOf('/') + 1)..] : f).Select(f => f.Replace('*', '_').Replace('?', '_'))
                    .Distinct().Order(StringComparer.Ordinal)];
        return files;
    }

    private static Student ReadStudent(JsonElement s) => new(
        s.GetProperty("participant").ToString(),
        s.GetProperty("given").GetString()!,
        s.GetProperty("surname").GetString()!,
        s.GetProperty("email").GetString(),
        s.GetProperty("status").GetString(),
        s.GetProperty("submitted").GetString() is { } time
            ? DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime : null,
        [.. s.GetProperty("files").EnumerateArray().Select(f => f.GetString()!)],
        s.TryGetProperty("group", out var group) ? group.GetString() : null,
        s.TryGetProperty("groupid", out var id) ? id.ToString() : null);
}
