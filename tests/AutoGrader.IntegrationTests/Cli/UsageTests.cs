using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests.Cli;

/// <summary>Wrong usage and unusable input end with code 1 and say in one line what to do.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("There is no command 'grde'.", "grde", "x")]
    [InlineData("There is no option '--paralel'.", "grade", "--paralel", "3", "x.zip")]
    [InlineData("'y.zip' is one argument too many.", "grade", "x.zip", "y.zip")]
    [InlineData("--parallel takes a number from 1 to 256, not '0'.", "grade", "x.zip", "--parallel", "0")]
    [InlineData("'fr' is no language of this program: use en or de.", "grade", "x.zip", "--language", "fr")]
    [InlineData("--downloaded takes a time such as 2026-11-24T14:00:00+01:00, not 'gestern'.", "grade", "x.zip", "--downloaded", "gestern")]
    [InlineData("Required argument 'INPUT' missing for command: 'grade'.", "grade")]
    [InlineData("Required command was not provided.", "rubric")]
    public async Task Wrong_usage_gives_one_helpful_line(string complaint, params string[] args)
    {
        var run = await CommandRun.Of(args);

        Assert.Equal(1, run.Code);
        Assert.Equal("", run.Output);
        Assert.StartsWith(complaint + " See: autograder", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("--help" + Environment.NewLine, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task An_input_that_is_not_there_is_named()
    {
        var run = await CommandRun.Of("grade", "not-there.zip", "--rubric", Rubric, "--data", TemporaryFolder.Create());

        Assert.Equal(1, run.Code);
        Assert.Contains("not-there.zip", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rubric_that_is_none_is_refused_with_file_line_and_column()
    {
        var run = await CommandRun.Of("rubric", "validate", TestData.InRepository("appsettings.json"));

        Assert.Equal(1, run.Code);
        Assert.Matches(@"^appsettings\.json:\d+:\d+: ", run.Error);
    }

    [Fact]
    public async Task The_data_folder_that_cannot_be_made_ends_with_code_3()
    {
        var file = Path.Combine(TemporaryFolder.Create(), "a-file");
        await File.WriteAllTextAsync(file, "");

        var run = await CommandRun.Of("rubric", "list", "--data", file);

        Assert.Equal(3, run.Code);
        Assert.NotEqual("", run.Error);
    }

    private static string Rubric => TestData.InRepository("rubrics", "ivu-sheet-05.yaml");
}
