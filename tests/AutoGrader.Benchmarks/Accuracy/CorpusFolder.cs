using System.Globalization;
using System.Text.Json;

namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>A folder of reports with known marks: <c>pdf/*.pdf</c>, <c>students.json</c>, <c>truth.csv</c>.</summary>
internal sealed class CorpusFolder
{
    private readonly string _path;

    private CorpusFolder(string path, IReadOnlyList<CorpusStudent> students)
    {
        _path = path;
        Students = students;
    }

    /// <summary>The students in the file's order.</summary>
    public IReadOnlyList<CorpusStudent> Students { get; }

    public static CorpusFolder Open(string path)
    {
        var truth = ReadTruth(Path.Combine(path, "truth.csv"));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(path, "students.json")));
        return new CorpusFolder(path, [.. json.RootElement.EnumerateArray().Select(s => ReadStudent(s, truth))]);
    }

    /// <summary>The bytes of a student's report.</summary>
    public byte[] ReadPdf(CorpusStudent student) => File.ReadAllBytes(Path.Combine(_path, "pdf", student.Stem + ".pdf"));

    private static CorpusStudent ReadStudent(JsonElement student, ILookup<string, (string Criterion, decimal Points)> truth)
    {
        var id = Text(student, "id");
        var answers = student.GetProperty("answers").EnumerateObject()
            .Select(a => (a.Name, Text: a.Value.GetProperty("text").GetString()!.Trim()))
            .Where(a => a.Text.Length > 0)
            .ToDictionary(a => a.Name, a => a.Text);
        return new CorpusStudent(
            id,
            Text(student, "given"),
            Text(student, "surname"),
            Text(student, "file_stem"),
            Text(student, "toolchain"),
            Text(student, "language"),
            answers,
            truth[id].ToDictionary(t => t.Criterion, t => t.Points));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    // Names may hold commas; the columns behind them do not.
    private static ILookup<string, (string Criterion, decimal Points)> ReadTruth(string path) => File.ReadLines(path).Skip(1)
        .Select(l => l.Split(','))
        .Where(c => c.Length >= 8)
        .ToLookup(c => c[0], c => (c[^3], decimal.Parse(c[^2], CultureInfo.InvariantCulture)));
}
