using System.Text.Json;
using AutoGrader.Application.Judge;
using AutoGrader.Core;
using AutoGrader.Core.Grading.Judge;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.IntegrationTests.Application.Judge;

/// <summary>The outside judge against a service on this machine: what is sent, what comes of the replies, and what it may cost.</summary>
public sealed class OutsideJudgeTests
{
    private const string Answer = "The hidden state keeps a memory of the inputs.";
    private const string Full = """{"points": 1, "quotation": "keeps a memory", "reason": "Says it."}""";

    [Fact]
    public async Task Opinion_is_what_the_service_replies()
    {
        using var server = new FakeJudgeServer(_ => new(Full));
        using var installation = JudgedInstallation.Of(server);

        var opinion = await installation.Judge().AskAsync(Answer);

        Assert.Equal((JudgeOutcome.Given, Points.FromValue(1), "keeps a memory"), (opinion.Outcome, opinion.Points, opinion.Quotation));
        Assert.Equal("Bearer secret", Assert.Single(server.Keys));
        using var request = JsonDocument.Parse(Assert.Single(server.Requests));
        Assert.Equal("fake", request.RootElement.GetProperty("model").GetString());
        Assert.Equal("json_schema", request.RootElement.GetProperty("response_format").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("Certainly! Full marks.")]
    [InlineData("""{"points": 1, "quotation": "long-term dependencies", "reason": "Not in the answer."}""")]
    [InlineData("""{"points": 100, "quotation": "keeps a memory", "reason": "Full marks."}""")]
    public async Task Reply_that_is_not_as_asked_for_is_void_and_stored(string reply)
    {
        using var server = new FakeJudgeServer(_ => new(reply));
        using var installation = JudgedInstallation.Of(server);

        var opinion = await installation.Judge().AskAsync(Answer);

        Assert.Equal((JudgeOutcome.Void, null), (opinion.Outcome, opinion.Points));
        await using var context = await installation.OpenAsync();
        var stored = await context.JudgeReplies.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((opinion.Key, reply), (stored.Key, stored.Reply));
        Assert.Contains(Answer, stored.Prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_question_is_asked_once_by_all_runs()
    {
        using var server = new FakeJudgeServer(_ => new(Full));
        using var installation = JudgedInstallation.Of(server);

        var first = await installation.Judge().AskAsync(Answer);
        var second = await installation.Judge().AskAsync(Answer);

        Assert.Equal(first, second);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Calls_end_with_the_budget_and_stored_opinions_cost_none()
    {
        using var server = new FakeJudgeServer(_ => new(Full));
        using var installation = JudgedInstallation.Of(server, judge => judge.Budget = 1);
        var judge = installation.Judge();

        var paid = await judge.AskAsync(Answer);
        var refused = await judge.AskAsync(Answer + " Always.");
        var stored = await judge.AskAsync(Answer);

        Assert.Equal(
            (JudgeOutcome.Given, JudgeOutcome.NotAsked, JudgeOutcome.Given), (paid.Outcome, refused.Outcome, stored.Outcome));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Passing_fault_is_tried_again()
    {
        var calls = 0;
        using var server = new FakeJudgeServer(_ => Interlocked.Increment(ref calls) == 1 ? new("", 503) : new(Full));
        using var installation = JudgedInstallation.Of(server, judge => judge.Retries = 1);

        Assert.Equal(JudgeOutcome.Given, (await installation.Judge().AskAsync(Answer)).Outcome);
    }

    [Fact]
    public async Task Silent_service_is_given_up_in_time()
    {
        using var server = new FakeJudgeServer(_ => new("", IsSilent: true));
        using var installation = JudgedInstallation.Of(server, judge => judge.TimeoutSeconds = 1);

        Assert.Equal(JudgeOutcome.Unavailable, (await installation.Judge().AskAsync(Answer)).Outcome);
    }

    [Fact]
    public async Task Service_that_is_down_is_not_asked_for_every_answer()
    {
        using var server = new FakeJudgeServer(_ => new("", 500));
        using var installation = JudgedInstallation.Of(server);
        var judge = installation.Judge();

        for (var i = 0; i < 6; i++)
            Assert.Equal(JudgeOutcome.Unavailable, (await judge.AskAsync($"{Answer} {i}")).Outcome);

        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Answer_of_more_than_the_bound_is_not_sent()
    {
        using var server = new FakeJudgeServer(_ => new(Full));
        using var installation = JudgedInstallation.Of(server);

        Assert.Equal(JudgeOutcome.NotAsked, (await installation.Judge().AskAsync(new string('a', 8001))).Outcome);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Cancelling_is_no_opinion()
    {
        using var server = new FakeJudgeServer(_ => new("", IsSilent: true));
        using var installation = JudgedInstallation.Of(server);
        using var cancel = new CancellationTokenSource();
        var asking = installation.Judge().AskAsync(JudgedInstallation.About(Answer), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Theory]
    [InlineData("ftp://host", "m")]
    [InlineData("http://judge.example.org/v1", "m")]
    [InlineData("nonsense", "m")]
    [InlineData("https://judge.example.org/v1", "")]
    public void Address_that_would_send_answers_readably_and_missing_model_are_refused(string endpoint, string model)
    {
        using var server = new FakeJudgeServer(_ => new(Full));
        using var installation = JudgedInstallation.Of(server, judge => (judge.Endpoint, judge.Model) = (endpoint, model));

        Assert.Throws<OptionsValidationException>(() => installation.Get<OutsideJudge>().ForRun());
    }
}
