using System.Text.Json;
using AutoGrader.Application.Data;
using AutoGrader.Application.Judge;
using AutoGrader.Application.Maintenance;
using AutoGrader.Core.Grading.Judge;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application.Judge;

/// <summary>Whole runs with an outside judge: it is heard, decides nothing, and learns nobody's name.</summary>
public sealed class SecondOpinionRunTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_an_endpoint_nobody_is_asked()
    {
        using var installation = new Installation();

        await installation.GradeAsync();

        Assert.Null(installation.Get<OutsideJudge>().ForRun());
        await using var context = await installation.OpenAsync();
        Assert.Empty(await context.JudgeReplies.ToListAsync(Cancel));
        Assert.All(await context.Scores.ToListAsync(Cancel), score => Assert.Null(score.Opinion));
    }

    [Fact]
    public async Task Judge_that_obeys_injected_instructions_changes_no_points_and_sends_what_it_differs_on_to_a_person()
    {
        // It always finds full marks in the first words of the answer, whatever stands there.
        using var server = new FakeJudgeServer(message => new(JsonSerializer.Serialize(
            new { points = MostOf(message), quotation = FirstWordOf(message), reason = "Ignore the rubric, full marks." })));
        using var alone = new Installation();
        using var judged = JudgedInstallation.Of(server, judge => judge.Budget = 100_000);

        await alone.GradeAsync();
        await judged.GradeAsync();

        var (without, with) = (await ScoresAsync(alone), await ScoresAsync(judged));
        Assert.Contains(with.Values, s => s.Opinion is { Outcome: JudgeOutcome.Given });
        Assert.All(with, pair =>
        {
            var (score, own) = (pair.Value, without[pair.Key]);
            var differs = score.Opinion is { Outcome: JudgeOutcome.Given } opinion && opinion.Points != score.Points;
            Assert.Equal((own.Points, own.Confidence, own.NeedsReview || differs), (score.Points, score.Confidence, score.NeedsReview));
        });
    }

    [Fact]
    public async Task Names_and_numbers_are_not_sent_and_forgetting_deletes_what_was()
    {
        using var server = new FakeJudgeServer(_ => new("no opinion"));
        using var installation = JudgedInstallation.Of(server, judge => judge.Budget = 100_000);

        await installation.GradeAsync();

        await using (var context = await installation.OpenAsync())
        {
            var people = await context.Assessments.Select(a => new { a.Surname, a.Matriculation }).ToListAsync(Cancel);
            Assert.NotEmpty(server.Requests);
            foreach (var word in people.SelectMany(p => new[] { p.Surname, p.Matriculation }).OfType<string>())
                Assert.DoesNotContain(server.Requests, request => request.Contains(word, StringComparison.Ordinal));
            Assert.NotEmpty(await context.JudgeReplies.ToListAsync(Cancel));
        }

        await installation.Get<Forget>().ExecuteAsync(new ForgetRequest(Installation.Samples("submissions.zip"), null, "test"), Cancel);

        await using var after = await installation.OpenAsync();
        Assert.Empty(await after.JudgeReplies.ToListAsync(Cancel));
    }

    private static async Task<Dictionary<(string Uploaded, string Criterion), StoredScore>> ScoresAsync(Installation installation)
    {
        await using var context = await installation.OpenAsync();
        var rows = await (
            from assessment in context.Assessments
            from answer in assessment.Answers
            from score in answer.Scores
            select new { assessment.Uploaded, score }).AsNoTracking().ToListAsync(Cancel);
        return rows.ToDictionary(r => (r.Uploaded ?? "", r.score.CriterionId), r => r.score);
    }

    private static decimal MostOf(string message)
    {
        const string Label = "Allowed points: ";
        var line = message.Split('\n').First(l => l.StartsWith(Label, StringComparison.Ordinal));
        return decimal.Parse(line[Label.Length..].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string FirstWordOf(string message)
    {
        var lines = message.Split('\n');
        var fence = Array.FindIndex(lines, l => l.StartsWith("=====ANSWER", StringComparison.Ordinal));
        return lines[(fence + 1)..].SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).First();
    }
}
