using System.IO.Compression;
using System.Text.Json;
using UglyToad.PdfPig;

namespace AutoGrader.IntegrationTests.Application.Review;

/// <summary>Hints stand in tutors' files, cost nothing and never reach a student.</summary>
public sealed class HintsTests : IAsyncLifetime
{
    // The first two have handed in the same report.
    private static readonly string[] Students = ["2318540", "2318558", "2318550"];

    private readonly Installation _installation = new();

    public async ValueTask InitializeAsync()
    {
        await GradeAsync("all", Students);
        await GradeAsync("alone", Students[0]);
    }

    public ValueTask DisposeAsync()
    {
        _installation.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Who_shares_work_with_whom_stands_in_the_tutors_files()
    {
        var notes = Submissions("all").Select(NotesOf).ToList();

        Assert.Equal([1, 1, 0], notes.Select(n => n.Count).OrderDescending());
        Assert.All(notes.SelectMany(n => n), n => Assert.Equal("similar-answer", n.GetProperty("kind").GetString()));
        Assert.All(notes.SelectMany(n => n), n => Assert.True(n.GetProperty("questions").GetArrayLength() > 1));
        Assert.Equal(
            Submissions("all").Where(s => NotesOf(s).Count > 0).Select(s => s.GetProperty("participant").GetString()).Order(),
            notes.SelectMany(n => n).Select(n => n.GetProperty("others")[0].GetString()).Order());
        Assert.Contains("Nearly the same words", TextOf(Path.Combine(_installation.Out("all"), "summary.pdf")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_student_is_told_and_no_point_depends_on_it()
    {
        var shared = Submissions("all").Where(s => NotesOf(s).Count > 0).ToList();
        var alone = Assert.Single(Submissions("alone"));

        Assert.Empty(NotesOf(alone));
        Assert.Contains(shared, s => WithoutNotes(s) == WithoutNotes(alone));
        foreach (var file in Directory.GetFiles(Path.Combine(_installation.Out("all"), "feedback")))
        {
            Assert.DoesNotContain("same words", TextOf(file), StringComparison.OrdinalIgnoreCase);
            // Each names its own file and no other one.
            Assert.Single(shared.Concat(Submissions("all")).Select(s => s.GetProperty("participant").GetString()!).Distinct(),
                participant => TextOf(file).Contains(participant, StringComparison.Ordinal));
        }
    }

    private static string WithoutNotes(JsonElement submission) =>
        string.Join('\n', submission.EnumerateObject().Where(p => p.Name != "notes").Select(p => p.Value.GetRawText()));

    private static IReadOnlyList<JsonElement> NotesOf(JsonElement submission) =>
        [.. submission.GetProperty("notes").EnumerateArray().Where(n => n.TryGetProperty("others", out _))];

    private IReadOnlyList<JsonElement> Submissions(string name) =>
        [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_installation.Out(name), "assessments.json"))).RootElement.EnumerateArray()];

    private async Task GradeAsync(string name, params string[] students)
    {
        var input = Directory.CreateDirectory(Path.Combine(_installation.Folder, "in", name)).FullName;
        using (var export = ZipFile.OpenRead(DevelopmentExport.InputPath))
        {
            foreach (var entry in export.Entries.Where(e => students.Any(s => e.FullName.Contains($"_{s}_", StringComparison.Ordinal))))
                entry.ExtractToFile(Path.Combine(input, entry.Name));
        }
        await _installation.GradeAsync(
            r => r with { InputPath = input, WorksheetPath = null, OutputDirectory = _installation.Out(name) });
    }

    private static string TextOf(string path)
    {
        using var pdf = PdfDocument.Open(path);
        return string.Join(' ', pdf.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
    }
}
