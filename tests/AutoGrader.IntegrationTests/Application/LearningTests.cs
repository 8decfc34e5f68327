using AutoGrader.Application.Rubrics;
using AutoGrader.Core;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>Graded answers beside a rubric and people's decisions are learnt from; what was decided never changes unseen.</summary>
public sealed class LearningTests : IDisposable
{
    private static readonly string Beside = TestData.InRepository("rubrics", "ivu-sheet-05.answers.jsonl");

    private static readonly GradedAnswerSet Given =
        GradedAnswerSet.Read(File.ReadAllText(Beside), Beside, Installation.Rubric.Rubric).Set!;

    private readonly Installation _installation = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task A_rubric_found_by_its_id_has_the_answers_that_it_was_imported_with()
    {
        var file = CopyOfRubric();
        File.Copy(Beside, Path.ChangeExtension(file, ".answers.jsonl"));
        await _installation.Get<ImportRubric>().ExecuteAsync(file, "test", Cancel);

        var found = await _installation.Get<FindRubric>().ExecuteAsync("ivu-sheet-05", Cancel);

        Assert.Equal(Given.Hash, found.Answers.Hash);
    }

    [Fact]
    public async Task A_fault_in_the_answers_is_told_with_its_line_and_nothing_is_imported()
    {
        var file = CopyOfRubric();
        await File.WriteAllTextAsync(
            Path.ChangeExtension(file, ".answers.jsonl"), """{"question": "1.1", "answer": "a", "points": {"1.1a": 7}}""", Cancel);

        var import = await _installation.Get<ImportRubric>().ExecuteAsync(file, "test", Cancel);
        var validated = await _installation.Get<ValidateRubric>().ExecuteAsync(file, Cancel);

        Assert.Null(import.Version);
        Assert.StartsWith("sheet.answers.jsonl:1:1: ", Assert.Single(import.Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal(import.Errors, validated.Errors);
    }

    [Fact]
    public async Task Learning_decides_more()
    {
        await _installation.GradeAsync();
        var alone = await DecidedAsync();
        await _installation.GradeAsync(r => r with { Answers = Given });

        Assert.True((await DecidedAsync()).Count > alone.Count + 50);
    }

    [Fact]
    public async Task A_decision_is_learnt_from_and_the_run_names_what_it_learnt_from()
    {
        await _installation.GradeAsync(r => r with { Answers = Given });
        Assert.Equal(Given.Hash, await LearntHashAsync());
        var row = (await File.ReadAllLinesAsync(Path.Combine(_installation.Out(), "review.csv"), Cancel))
            .Select(l => l.Split(',')).First(c => c.Length > 4 && c[3].StartsWith("1.2", StringComparison.Ordinal));
        var filled = Path.Combine(_installation.Folder, "filled.csv");
        await File.WriteAllTextAsync(filled, $"participant,criterion,points,reason,by\n{row[0]},{row[3]},0,why,me\n", Cancel);

        var result = await _installation.GradeAsync(r => r with { Answers = Given, OverridesPath = filled });
        var learnt = await LearntHashAsync();
        Assert.NotEqual(Given.Hash, learnt);
        await using var context = await _installation.OpenAsync();
        Assert.NotEmpty((await context.Overrides.SingleAsync(Cancel)).Answer!);

        var again = await _installation.GradeAsync(r => r with { Answers = Given });
        Assert.Equal(learnt, await LearntHashAsync());
        Assert.Equal(result.Submissions, again.Reused);
    }

    [Fact]
    public async Task A_mark_that_was_decided_is_not_changed_without_a_person()
    {
        await _installation.GradeAsync(r => r with { Answers = Given });
        var before = await DecidedAsync();
        var maxima = Installation.Rubric.Rubric.Questions.SelectMany(q => q.Criteria).ToDictionary(c => c.Id, c => c.Maximum.Value);
        var reversed = GradedAnswerSet.Of(Given.Answers.Select(a => a with
        {
            Points = a.Points.ToDictionary(p => p.Key, p => maxima[p.Key] - p.Value),
        }));

        // Twice: what a person has not looked at yet must not slip through the next time.
        for (var round = 0; round < 2; round++)
        {
            var answers = round == 0 ? reversed : GradedAnswerSet.Of(reversed.Answers.Skip(1));
            await _installation.GradeAsync(r => r with { Answers = answers });
            var after = await DecidedAsync();
            Assert.DoesNotContain(after, a => before.TryGetValue(a.Key, out var points) && points != a.Value);
        }

        await using var context = await _installation.OpenAsync();
        Assert.Contains(await context.Scores.ToListAsync(Cancel), s => s.DecidedBefore is not null && s.NeedsReview);
    }

    private string CopyOfRubric()
    {
        var file = Path.Combine(_installation.Folder, "sheet.yaml");
        File.WriteAllText(file, Installation.Rubric.Source);
        return file;
    }

    private async Task<string?> LearntHashAsync()
    {
        await using var context = await _installation.OpenAsync();
        return (await context.Runs.SingleAsync(Cancel)).LearntHash;
    }

    private async Task<Dictionary<(Guid, string), Points>> DecidedAsync()
    {
        await using var context = await _installation.OpenAsync();
        var scores = await (
            from assessment in context.Assessments
            from answer in assessment.Answers
            from score in answer.Scores
            where !score.NeedsReview
            select new { assessment.SubmissionId, score.CriterionId, score.Points }).ToListAsync(Cancel);
        return scores.ToDictionary(s => (s.SubmissionId, s.CriterionId), s => s.Points);
    }
}
