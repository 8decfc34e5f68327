using System.Text.Json;
using AutoGrader.Cli;
using Microsoft.Data.Sqlite;

namespace AutoGrader.IntegrationTests.Cli;

/// <summary><c>autograder review</c>: the queue for eyes and programs, and a session key by key.</summary>
public sealed class ReviewCommandTests(ReviewCommandTests.GradedSamples samples) : IClassFixture<ReviewCommandTests.GradedSamples>
{
    private readonly string _data = samples.Copy();

    /// <summary>The samples, graded once; every test works on a copy of what was stored.</summary>
    public sealed class GradedSamples : IAsyncLifetime
    {
        private readonly string _data = TemporaryFolder.Create();

        public async ValueTask InitializeAsync()
        {
            var graded = await CommandRun.Of("grade", Input, "--rubric", SampleRun.Rubric, "--data", _data);
            Assert.Equal(2, graded.Code);
            SqliteConnection.ClearAllPools();
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        internal string Copy()
        {
            var copy = TemporaryFolder.Create();
            foreach (var file in Directory.EnumerateFiles(_data, "*", SearchOption.AllDirectories))
            {
                var path = Path.Combine(copy, Path.GetRelativePath(_data, file));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Copy(file, path);
            }
            return copy;
        }
    }

    private static string Input => Application.Installation.Samples("submissions.zip");

    [Fact]
    public async Task Without_a_terminal_the_queue_is_listed_and_nothing_waits_for_keys()
    {
        var run = await ReviewAsync();

        Assert.Equal(2, run.Code);
        Assert.Matches(@"^\d+ open, in \d+ groups of like answers: ", run.Output);
        Assert.Equal((await ReviewAsync("--list")).Output, run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Programs_get_every_open_item_once()
    {
        using var json = JsonDocument.Parse((await ReviewAsync("--json")).Output);
        var groups = json.RootElement.GetProperty("groups").EnumerateArray().ToList();

        Assert.Equal(json.RootElement.GetProperty("open").GetInt32(), groups.Sum(g => g.GetProperty("submissions").GetArrayLength()));
        Assert.Equal(groups.Count, json.RootElement.GetProperty("settled").GetArrayLength());
        var criterion = groups[0].GetProperty("criterion").GetString()!;
        using var one = JsonDocument.Parse((await ReviewAsync("--json", "--criterion", criterion)).Output);
        Assert.All(
            one.RootElement.GetProperty("groups").EnumerateArray(),
            g => Assert.Equal(criterion, g.GetProperty("criterion").GetString()));
    }

    [Fact]
    public async Task An_input_that_was_never_graded_is_told()
    {
        var run = await CommandRun.Of("review", "nowhere.zip", "--data", _data);

        Assert.Equal(1, run.Code);
        Assert.Contains("has not been graded yet", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_decides_undoes_skips_and_quits_key_by_key()
    {
        var open = await OpenAsync();

        var accepted = await TypeAsync("\rq");
        Assert.Contains("Suggested:", accepted, StringComparison.Ordinal);
        Assert.True(await OpenAsync() < open);

        var after = await OpenAsync();
        Assert.Contains("taken back for", await TypeAsync("?1uq"), StringComparison.Ordinal);
        Assert.Equal(after, await OpenAsync());

        Assert.Contains("Skipped: 2.", await TypeAsync("ssq"), StringComparison.Ordinal);
        Assert.Equal(after, await OpenAsync());
    }

    [Fact]
    public async Task A_reason_and_whoever_decides_are_stored()
    {
        await TypeAsync("n1q", line: "Checked by hand");

        await using var connection = new SqliteConnection($"Data Source={Assert.Single(Directory.GetFiles(_data, "*.db"))}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Reason || '/' || \"By\" FROM Decisions";
        Assert.Equal($"Checked by hand/{Environment.UserName}", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_reviews_blind_sees_no_names()
    {
        var seen = await TypeAsync("sssq", "--blind");

        foreach (var participant in new[] { "2318410", "assignsubmission" })
            Assert.DoesNotContain(participant, seen, StringComparison.Ordinal);
        Assert.Contains("Answer 1", seen, StringComparison.Ordinal);
    }

    private Task<CommandRun> ReviewAsync(params string[] options) => CommandRun.Of(["review", Input, "--data", _data, .. options]);

    private async Task<int> OpenAsync()
    {
        using var json = JsonDocument.Parse((await ReviewAsync("--json")).Output);
        return json.RootElement.GetProperty("open").GetInt32();
    }

    private async Task<string> TypeAsync(string keys, string? option = null, string? line = null)
    {
        using var text = new StringWriter();
        using var error = new StringWriter();
        string[] args = ["review", Input, "--data", _data, .. option is null ? Array.Empty<string>() : [option]];
        var terminal = new Terminal(text, error, () => new MemoryStream(), new Typing(keys, line));
        await CommandLine.RunAsync(args, terminal, TestContext.Current.CancellationToken);
        return text.ToString();
    }

    private sealed class Typing(string keys, string? line) : IKeyboard
    {
        private int _next;

        public ConsoleKeyInfo ReadKey()
        {
            var key = keys[_next++];
            return new ConsoleKeyInfo(key, key == '\r' ? ConsoleKey.Enter : ConsoleKey.None, false, false, false);
        }

        public string? ReadLine() => line;
    }
}
