using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests.Cli;

/// <summary><c>autograder rubric</c>, <c>reference</c> and <c>check</c> on the rubric that ships.</summary>
public sealed class RubricCommandTests
{
    [Fact]
    public async Task The_rubric_that_ships_is_valid_and_has_20_points()
    {
        var run = await CommandRun.Of("rubric", "validate", SampleRun.Rubric);

        Assert.Equal(0, run.Code);
        Assert.Contains("10 questions, 20 points", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rubric_that_ships_stands_its_rehearsal()
    {
        var run = await CommandRun.Of("rubric", "test", SampleRun.Rubric, "--data", TemporaryFolder.Create());

        Assert.Equal(0, run.Code);
        Assert.Contains("Worked solution: 20 of 20 points", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 findings", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rehearsal_of_a_rubric_with_a_wrong_example_names_its_line_and_exits_with_2()
    {
        var source = await File.ReadAllTextAsync(SampleRun.Rubric);
        const string Example = "          - answer: Because the network has many weights.\n            points: 0\n";
        var file = Path.Combine(TemporaryFolder.Create(), "spoilt.yaml");
        await File.WriteAllTextAsync(file, source.Replace(Example, Example.Replace(": 0", ": 1", StringComparison.Ordinal),
            StringComparison.Ordinal));
        var line = source[..source.IndexOf(Example, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

        var run = await CommandRun.Of("rubric", "test", file, "--json", "--data", TemporaryFolder.Create());

        Assert.Equal(2, run.Code);
        using var report = System.Text.Json.JsonDocument.Parse(run.Output);
        Assert.Contains(
            report.RootElement.GetProperty("findings").EnumerateArray(),
            f => f.GetProperty("code").GetString() == "example-differs" && f.GetProperty("line").GetInt32() == line
                && f.GetProperty("file").GetString() == file);
    }

    [Fact]
    public async Task Rehearsal_of_what_is_no_rubric_is_wrong_usage() =>
        Assert.Equal(1, (await CommandRun.Of("rubric", "test", "nothing", "--data", TemporaryFolder.Create())).Code);

    [Fact]
    public async Task Diff_tells_what_changed_in_meaning()
    {
        var source = await File.ReadAllTextAsync(SampleRun.Rubric);
        var file = Path.Combine(TemporaryFolder.Create(), "changed.yaml");
        await File.WriteAllTextAsync(file, "# Another comment\n" + source.Replace("review-below: 0.8", "review-below: 0.9",
            StringComparison.Ordinal));
        string[] where = ["--data", TemporaryFolder.Create()];

        var text = await CommandRun.Of(["rubric", "diff", SampleRun.Rubric, file, .. where]);
        var json = await CommandRun.Of(["rubric", "diff", SampleRun.Rubric, file, "--json", .. where]);
        var same = await CommandRun.Of(["rubric", "diff", SampleRun.Rubric, SampleRun.Rubric, "--language", "de", .. where]);

        Assert.Equal("Sheet\n  ~ confidence below which a person decides: 0.8 -> 0.9\n", text.Output.ReplaceLineEndings("\n"));
        using var document = System.Text.Json.JsonDocument.Parse(json.Output);
        var change = Assert.Single(document.RootElement.GetProperty("changes").EnumerateArray());
        Assert.Equal(("changed", "sheet", "review-below"), (change.GetProperty("kind").GetString(), change.GetProperty("part").GetString(),
            change.GetProperty("property").GetString()));
        Assert.Equal("Beide bedeuten dasselbe.", same.Output.Trim());
        Assert.Equal(1, (await CommandRun.Of(["rubric", "diff", SampleRun.Rubric, "nothing", .. where])).Code);
    }

    [Fact]
    public async Task What_was_imported_is_exported_byte_for_byte()
    {
        var data = TemporaryFolder.Create();
        var target = Path.Combine(TemporaryFolder.Create(), "out.yaml");

        var import = await CommandRun.Of("rubric", "import", SampleRun.Rubric, "--data", data);
        var export = await CommandRun.Of("rubric", "export", "ivu-sheet-05", "--out", target, "--data", data);
        var again = await CommandRun.Of("rubric", "import", target, "--data", data);
        var list = await CommandRun.Of("rubric", "list", "--data", data);

        Assert.Equal((0, 0, 0, 0), (import.Code, export.Code, again.Code, list.Code));
        Assert.Equal(await File.ReadAllBytesAsync(SampleRun.Rubric), await File.ReadAllBytesAsync(target));
        Assert.Contains("It was stored already.", again.Output, StringComparison.Ordinal);
        Assert.Single(list.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Export_of_a_rubric_that_is_not_stored_leaves_no_file()
    {
        var target = Path.Combine(TemporaryFolder.Create(), "out.yaml");

        var run = await CommandRun.Of("rubric", "export", "nothing", "--out", target, "--data", TemporaryFolder.Create());

        Assert.Equal(1, run.Code);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public async Task Show_names_every_criterion_of_the_marking_guide()
    {
        var run = await CommandRun.Of("rubric", "show", SampleRun.Rubric, "--data", TemporaryFolder.Create());

        const string Criteria = "1.1a 1.2a 1.2b 2.1a 2.2a 2.2b 3.1a 3.1b 3.1c 3.2a 3.2b 3.3a 3.4a 3.4b 3.4c 3.5a 3.5b 3.5c 3.5d 3.6a 3.6b";
        foreach (var criterion in Criteria.Split(' '))
            Assert.Contains(criterion, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reference_recomputes_the_solution_printed_on_the_sheet()
    {
        var run = await CommandRun.Of("reference", "--rubric", SampleRun.Rubric, "--data", TemporaryFolder.Create());

        Assert.Equal(0, run.Code);
        Assert.Contains("[ 3.5    5    6 ]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reference_of_one_question_shows_its_tables_only()
    {
        var data = TemporaryFolder.Create();

        var identity = await CommandRun.Of("reference", "--rubric", SampleRun.Rubric, "--question", "3.5", "--data", data);
        var cost = await CommandRun.Of("reference", "--rubric", SampleRun.Rubric, "--question", "3.6", "--data", data);
        var none = await CommandRun.Of("reference", "--rubric", SampleRun.Rubric, "--question", "3.3", "--data", data);

        // 3 / (e^(c/2) + 3) for c = 1, 2, 5, 10, 20, 50.
        Assert.Contains("[ 0.6453  0.5246  0.1976  0.0198  1.362E-4  4.166E-11 ]", identity.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("QK^T", identity.Output, StringComparison.Ordinal);
        // 2·256²·64 and 256·9·64².
        Assert.Contains("[ 8388608  ", cost.Output, StringComparison.Ordinal);
        Assert.Contains("[ 9437184  ", cost.Output, StringComparison.Ordinal);
        Assert.Equal(1, none.Code);
        Assert.Contains("Computed are: 3.4, 3.5, 3.6.", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reference_as_json_holds_the_matrices()
    {
        var run = await CommandRun.Of("reference", "--rubric", SampleRun.Rubric, "--data", TemporaryFolder.Create(), "--json");

        var steps = System.Text.Json.JsonDocument.Parse(run.Output).RootElement[0].GetProperty("steps");
        var output = steps.EnumerateArray().Single(s => s.GetProperty("name").GetString() == "output").GetProperty("value");
        // The last row of the sheet's own solution of 3.4.
        Assert.Equal([3.5, 5, 6], output[4].EnumerateArray().Select(x => x.GetDouble()));
    }

    [Fact]
    public async Task Check_tells_the_right_name_and_no_points()
    {
        var file = TestData.Path("corpus", "intake", "files", "i01", "Brandt_11000001.zip");

        var run = await CommandRun.Of("check", file, "--rubric", SampleRun.Rubric, "--language", "en");

        Assert.Equal(2, run.Code);
        Assert.Contains("would NOT be graded", run.Output, StringComparison.Ordinal);
        Assert.Contains("Brandt-11000001.zip", run.Output, StringComparison.Ordinal);
    }
}
