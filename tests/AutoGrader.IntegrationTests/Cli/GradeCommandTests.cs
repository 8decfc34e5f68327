using System.IO.Compression;
using System.Text.Json;
using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests.Cli;

/// <summary><c>autograder grade</c> on the samples of the repository: what README promises.</summary>
public sealed class GradeCommandTests(SampleRun samples) : IClassFixture<SampleRun>
{
    [Fact]
    public void Some_need_a_person_so_the_code_is_2() => Assert.Equal(2, samples.Run.Code);

    [Fact]
    public void Every_participant_is_shown_or_counted()
    {
        string[] names = ["Lena Hofstätter", "Ayşe Yıldız-Krämer", "Friederike von der Heyde", "Paula Brandt", "Hans-Peter Obermaier"];
        foreach (var name in names)
            Assert.Contains(name, samples.Run.Output, StringComparison.Ordinal);
        Assert.Contains("3  not graded", samples.Run.Output, StringComparison.Ordinal);
        Assert.Contains("1  no submission", samples.Run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_goes_to_the_error_stream_only()
    {
        Assert.Contains("Grading", samples.Run.Error, StringComparison.Ordinal);
        Assert.Contains("Grading: 12 of 12", samples.Run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Grading", samples.Run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assessments.json")]
    [InlineData("grades.csv")]
    [InlineData("review.csv")]
    [InlineData("feedback.zip")]
    [InlineData("summary.pdf")]
    [InlineData("worksheet.csv")]
    public void Every_result_is_written_and_named(string file)
    {
        Assert.True(new FileInfo(Path.Combine(samples.Out, file)).Length > 0);
        Assert.Contains(file, samples.Run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Everybody_who_handed_in_gets_feedback_under_Moodles_name()
    {
        using var archive = ZipFile.OpenRead(Path.Combine(samples.Out, "feedback.zip"));

        Assert.Equal(12, archive.Entries.Count);
        Assert.All(archive.Entries, e => Assert.Matches(@"^[^_]*_\d+_assignfeedback_file/[^/]+\.pdf$", e.FullName));
        Assert.Equal(12, Directory.GetFiles(Path.Combine(samples.Out, "feedback"), "*.pdf").Length);
    }

    [Fact]
    public async Task Json_on_the_output_is_what_assessments_json_holds()
    {
        var run = await CommandRun.Of([.. samples.Arguments, "--json"]);

        var written = Path.Combine(samples.Out, "assessments.json");
        Assert.Equal(await File.ReadAllTextAsync(written, TestContext.Current.CancellationToken), run.Output);
        Assert.Equal(12, JsonDocument.Parse(run.Output).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task One_hand_in_can_be_graded_alone()
    {
        var handIn = TestData.Path("corpus", "intake", "files", "i04", "Krüger-11000004.zip");

        var run = await CommandRun.Of("grade", handIn, "--rubric", SampleRun.Rubric, "--data", TemporaryFolder.Create(), "--json");

        var submission = Assert.Single(JsonDocument.Parse(run.Output).RootElement.EnumerateArray());
        Assert.Equal("11000004", submission.GetProperty("matriculation").GetString());
        Assert.Equal(10, submission.GetProperty("questions").GetArrayLength());
    }

    [Fact]
    public async Task Interrupted_before_it_began_ends_with_130_and_can_be_repeated()
    {
        using var interruption = new CancellationTokenSource();
        await interruption.CancelAsync();
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] arguments = ["grade", samples.Input, "--rubric", SampleRun.Rubric, "--data", TemporaryFolder.Create()];

        var terminal = new AutoGrader.Cli.Terminal(output, error, () => Stream.Null);
        var code = await AutoGrader.Cli.CommandLine.RunAsync(arguments, terminal, interruption.Token);
        var repeated = await CommandRun.Of(arguments);

        Assert.Equal(130, code);
        Assert.Equal(2, repeated.Code);
    }
}
