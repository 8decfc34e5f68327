using System.Text.Json;
using AutoGrader.IntegrationTests.Application.Remarking;

namespace AutoGrader.IntegrationTests.Cli;

/// <summary><c>autograder rubric effect</c>.</summary>
public sealed class RubricEffectCommandTests(ReviewCommandTests.GradedSamples samples) : IClassFixture<ReviewCommandTests.GradedSamples>
{
    private readonly string _data = samples.Copy();

    [Fact]
    public async Task The_same_rubric_changes_nothing()
    {
        var run = await CommandRun.Of("rubric", "effect", SampleRun.Rubric, "--data", _data);

        Assert.Equal(0, run.Code);
        Assert.Equal(
            "0 of 12 change in points, 0 cross a boundary of grades, 0 more need a person and 0 none any more, 0 cannot be told.",
            run.Output.Trim());
    }

    [Fact]
    public async Task Programs_get_before_and_after_with_the_cause()
    {
        var draft = Path.Combine(TemporaryFolder.Create(), "draft.yaml");
        await File.WriteAllTextAsync(draft, ChangedRubric.With("- id: 3.3a", "- id: 3.3x").Source);
        var answers = await File.ReadAllTextAsync(Path.ChangeExtension(SampleRun.Rubric, ".answers.jsonl"));
        await File.WriteAllTextAsync(
            Path.ChangeExtension(draft, ".answers.jsonl"), answers.Replace("3.3a", "3.3x", StringComparison.Ordinal));

        var input = Application.Installation.Samples("submissions.zip");
        var run = await CommandRun.Of("rubric", "effect", draft, input, "--json", "--data", _data);

        Assert.Equal(0, run.Code);
        using var json = JsonDocument.Parse(run.Output);
        var effects = json.RootElement.GetProperty("effects").EnumerateArray().ToList();
        Assert.NotEmpty(effects);
        Assert.All(effects, effect =>
        {
            var criteria = effect.GetProperty("criteria").EnumerateArray().ToDictionary(c => c.GetProperty("id").GetString()!);
            Assert.Equal(["3.3a", "3.3x"], criteria.Keys.Order());
            Assert.Equal(("removed", JsonValueKind.Null),
                (criteria["3.3a"].GetProperty("kind").GetString(), criteria["3.3a"].GetProperty("points").GetProperty("after").ValueKind));
            Assert.Equal(("added", "The criterion is new."),
                (criteria["3.3x"].GetProperty("kind").GetString(), criteria["3.3x"].GetProperty("cause").GetString()));
        });
    }

    [Fact]
    public async Task A_run_that_there_is_not_is_wrong_usage() => Assert.Equal(
        1, (await CommandRun.Of("rubric", "effect", SampleRun.Rubric, "--run", Guid.Empty.ToString(), "--data", _data)).Code);
}
