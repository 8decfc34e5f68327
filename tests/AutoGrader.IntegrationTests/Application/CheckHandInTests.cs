using System.Text.Json;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Core;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Intake;
using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>The self-check on single hand-ins of the corpus.</summary>
public sealed class CheckHandInTests : IDisposable
{
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task A_hand_in_that_keeps_the_rules_shows_what_was_read_and_stores_nothing()
    {
        // i04 holds the report of a strong student, made with pdflatex.
        var result = await CheckAsync("i04", "Krüger-11000004.zip");
        Assert.True(result.WouldBeGraded);
        Assert.Empty(result.Reasons);
        Assert.Equal(Installation.Rubric.Rubric.Questions.Select(q => q.Id), result.Questions.Select(q => q.Id));
        var found = result.Questions.Where(q => q.State == AnswerState.Found).ToList();
        Assert.NotEmpty(found);
        Assert.All(found, q => Assert.True(q.Pages[0] >= 1 && q.Text.Length > 0));
        Assert.False(Directory.Exists(Path.Combine(_installation.Folder, "data")));
    }

    [Fact]
    public async Task A_broken_rule_is_told_with_its_remedy()
    {
        var result = await CheckAsync("i01", "Brandt_11000001.zip");
        Assert.False(result.WouldBeGraded);
        Assert.True(result.HasProblems);
        var reason = Assert.Single(result.Reasons);
        Assert.Equal(ReasonCode.ZipName, reason.Code);
        Assert.Contains("Brandt-11000001.zip", reason.Remedy.English, StringComparison.Ordinal);
        // What is in it is shown all the same, so that the next fault is found now.
        Assert.NotEmpty(result.Questions);
    }

    [Fact]
    public async Task Why_the_place_of_an_answer_is_doubtful_is_told_in_the_students_language_with_what_to_do()
    {
        var result = await CheckAsync("i04", "Krüger-11000004.zip");
        var doubt = new LocalizedText("Its label is out of order.", "Die Nummer der Frage steht außer der Reihe.");
        result = result with { Questions = [result.Questions[0] with { Doubt = doubt }, result.Questions[1]] };

        Assert.StartsWith(
            doubt.German + " Es ist nicht sicher", CheckWords.DoubtOf(result.Questions[0])!.German, StringComparison.Ordinal);
        Assert.Null(CheckWords.DoubtOf(result.Questions[1]));
        foreach (var language in new[] { Language.German, Language.English })
        {
            using var json = JsonDocument.Parse(CheckJson.Of(result, language));
            Assert.Equal(doubt.In(language), json.RootElement.GetProperty("questions")[0].GetProperty("doubt").GetString());
            var paper = CheckPaper.Compose(result, Installation.Rubric.Rubric.PublicOutline(), language);
            var paragraphs = paper.Blocks.OfType<ParagraphBlock>().Select(b => string.Concat(b.Runs.Select(r => r.Text)));
            Assert.Contains(paragraphs, text => text.StartsWith(doubt.In(language), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_export_is_not_one_hand_in() => await Assert.ThrowsAsync<UnusableInputException>(() =>
        _installation.Get<CheckHandIn>()
            .ExecuteAsync(
                Installation.Samples("submissions.zip"), null, Installation.Rubric.Rubric.PublicOutline(),
                TestContext.Current.CancellationToken));

    private Task<CheckResult> CheckAsync(string folder, string name) => _installation.Get<CheckHandIn>().ExecuteAsync(
        TestData.Path("corpus", "intake", "files", folder, name), null, Installation.Rubric.Rubric.PublicOutline(),
        TestContext.Current.CancellationToken);
}
