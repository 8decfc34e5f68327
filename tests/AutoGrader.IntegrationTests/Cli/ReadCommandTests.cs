using System.IO.Compression;
using System.Text.Json;
using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests.Cli;

/// <summary><c>autograder read</c>: what was read, as text, JSON and HTML.</summary>
public sealed class ReadCommandTests
{
    private const string Report = "Zhang-12310457";

    private static readonly string[] Rubric = ["--rubric", TestData.InRepository("rubrics", "ivu-sheet-05.yaml")];

    private static string Pdf => TestData.Path("corpus", "pdf", Report + ".pdf");

    [Fact]
    public async Task Text_tells_answers_with_pages_and_matrices_as_grids()
    {
        var run = await CommandRun.Of(["read", Pdf, .. Rubric, "--language", "en"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("3.4 Numerical attention without softmax: answer found, page 1, 2, 99 %", run.Output, StringComparison.Ordinal);
        Assert.Contains("      [ 10  14  15 ]", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("[[", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_in_is_read_whatever_its_name()
    {
        var zip = Path.Combine(TemporaryFolder.Create(), "my report (1).zip");
        await using (var archive = await ZipFile.OpenAsync(zip, ZipArchiveMode.Create))
            await archive.CreateEntryFromFileAsync(Pdf, "final.pdf");

        var (fromPdf, fromZip) = (await CommandRun.Of(["read", Pdf, .. Rubric]), await CommandRun.Of(["read", zip, .. Rubric]));

        Assert.Equal(0, fromZip.Code);
        Assert.Equal(Lines(fromPdf)[1..], Lines(fromZip)[1..]);
    }

    [Fact]
    public async Task Json_has_places_on_the_page_for_lines_and_entries()
    {
        var run = await CommandRun.Of(["read", Pdf, .. Rubric, "--json"]);

        using var json = JsonDocument.Parse(run.Output);
        var page = json.RootElement.GetProperty("pages")[0];
        var question = json.RootElement.GetProperty("questions").EnumerateArray().Single(q => q.GetProperty("id").GetString() == "3.4");
        var matrices = question.GetProperty("blocks").EnumerateArray().SelectMany(b => b.GetProperty("matrices").EnumerateArray()).ToList();
        Assert.Equal("found", question.GetProperty("state").GetString());
        Assert.Equal(2, matrices.Count);
        var entry = matrices[0].GetProperty("entries")[1][2];
        Assert.Equal((1.0, "1"), (entry.GetProperty("value").GetDouble(), entry.GetProperty("text").GetString()));
        Assert.InRange(entry.GetProperty("box").GetProperty("x").GetDouble(), 300, page.GetProperty("width").GetDouble());
        // A page's end cuts the second matrix.
        Assert.Equal(2, matrices[1].GetProperty("entries")[4][0].GetProperty("page").GetInt32());
    }

    [Fact]
    public async Task Html_is_written_to_the_file_that_is_named()
    {
        var path = Path.Combine(TemporaryFolder.Create(), "view.html");

        var run = await CommandRun.Of(["read", Pdf, .. Rubric, "--html", path]);

        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    public static TheoryData<string> HostileFiles =>
        [.. Directory.GetFiles(TestData.Path("pdf-hostile"), "*.pdf").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(HostileFiles))]
    public async Task A_hostile_file_is_shown_as_far_as_it_goes(string file)
    {
        var path = Path.Combine(TemporaryFolder.Create(), "view.html");

        var run = await CommandRun.Of(["read", TestData.Path("pdf-hostile", file), .. Rubric, "--html", path, "--language", "en"]);

        var html = await File.ReadAllTextAsync(path);
        Assert.EndsWith("</html>\n", html, StringComparison.Ordinal);
        if (run.Code == 0)
            Assert.Contains("class=\"drawing\" aria-hidden=\"true\"><defs>", html, StringComparison.Ordinal);
        else
            Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_without_text_says_so_and_ends_with_code_2()
    {
        var run = await CommandRun.Of(["read", TestData.Path("corpus", "pdf", "Obermaier-1098764.pdf"), .. Rubric, "--language", "en"]);

        Assert.Equal(2, run.Code);
        Assert.Contains("The pages are images", run.Output, StringComparison.Ordinal);
        Assert.Contains("page 1, image-only-page", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_without_a_report_is_unusable()
    {
        var zip = Path.Combine(TemporaryFolder.Create(), "Doe-12345678.zip");
        await using (var archive = await ZipFile.OpenAsync(zip, ZipArchiveMode.Create))
            archive.CreateEntry("notes.txt");

        var run = await CommandRun.Of(["read", zip, .. Rubric]);

        Assert.Equal(1, run.Code);
        Assert.Contains("holds no report to read", run.Error, StringComparison.Ordinal);
    }

    private static string[] Lines(CommandRun run) => run.Output.Split('\n');
}
