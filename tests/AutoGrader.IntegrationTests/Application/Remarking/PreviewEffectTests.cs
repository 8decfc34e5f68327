using AutoGrader.Application.Data;
using AutoGrader.Application.Remarking;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application.Remarking;

/// <summary>The effect of a changed rubric before the fact, on the whole development export.</summary>
public sealed class PreviewEffectTests : IDisposable
{
    private readonly Installation _installation = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _installation.Dispose();

    /// <summary>One criterion, its maximum, one question alone, where answers are found, the sheet.</summary>
    public static TheoryData<string, string> Changes => new()
    {
        { "- dimension* | size | shape | space + different", "- dimension* + different" },
        { "review-below: 0.8 ", "review-below: 0.95 " },
        { "en: Hidden state and output", "en: Recurrent state" },
    };

    [Fact]
    public async Task What_is_foretold_is_what_grading_gives()
    {
        var run = await GradeCorpusAsync(Installation.Rubric);
        await DecideAsync(run, "1.1a", Points.Zero);
        await DecideAsync(run, "3.3a", Points.FromValue(1));
        await DecideAsync(run, "1.2b", Points.FromValue(0.5m));
        var draft = Draft;

        var effect = await PreviewAsync(draft, run);
        var before = await StatesAsync(run);
        var after = await StatesAsync(await GradeCorpusAsync(draft));

        Assert.Equal(before.Keys.Select(k => k.Submission).Distinct().Count(), effect.Submissions.Count(s => s.Before is not null));
        Assert.Equal(0, effect.NotComputed);
        Assert.InRange(effect.Moved, 10, effect.Submissions.Count);
        Assert.Equal(Differences(before, after), Differences(effect));
        await using var context = await _installation.OpenAsync();
        var marks = await context.Assessments.Where(a => a.RubricHash == draft.Hash)
            .ToDictionaryAsync(a => a.SubmissionId, a => (a.Points, a.Status), Cancel);
        Assert.Equal(marks, effect.Submissions.ToDictionary(s => s.SubmissionId, s => (s.After, s.StatusAfter)));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Taking_over_what_cannot_differ_gives_the_same_as_scoring_everything(string old, string replacement)
    {
        var run = await GradeCorpusAsync(Installation.Rubric);
        await DecideAsync(run, "1.1a", Points.Zero);
        var draft = ChangedRubric.With(old, replacement);

        var quick = await PreviewAsync(draft, run);
        var full = await PreviewAsync(draft, run, everything: true);

        Assert.Equal(Described(full), Described(quick));
    }

    private static string[] Described(Effect effect) => [.. effect.Submissions.SelectMany(s => s.Criteria
        .Select(c => $"{s.Participant} {c with { Text = new("", "") }}")
        .Prepend($"{s with { Criteria = [] }}"))];

    /// <summary>A criterion worth more, one worth less, one gone, one new, one said otherwise.</summary>
    private static RubricVersion Draft => ChangedRubric.With(
        ("points: 20\n", "points: 20.5\n"),
        ("  - id: \"1.1\"\n    points: 1\n", "  - id: \"1.1\"\n    points: 2\n"),
        ("      - id: 1.1a\n        kind: concept\n        points: 1\n", "      - id: 1.1a\n        kind: concept\n        points: 2\n"),
        ("          - points: 1\n            text:\n              en: The hidden state holds information",
            "          - points: 2\n            text:\n              en: The hidden state holds information"),
        ("  - id: \"3.3\"\n    points: 1\n", "  - id: \"3.3\"\n    points: 0.5\n"),
        ("      - id: 3.3a\n        kind: axis\n        points: 1\n", "      - id: 3.3a\n        kind: axis\n        points: 0.5\n"),
        ("      - id: 1.2b\n", "      - id: 1.2x\n"));

    private async Task<Effect> PreviewAsync(RubricVersion draft, Guid run, bool everything = false) =>
        await _installation.Get<PreviewEffect>().ExecuteAsync(
            new EffectRequest { Rubric = draft, Runs = [run], ScoresEverything = everything }, Cancel);

    private async Task<Guid> GradeCorpusAsync(RubricVersion rubric) => (await _installation.GradeAsync(request => request with
    {
        InputPath = DevelopmentExport.InputPath,
        WorksheetPath = DevelopmentExport.WorksheetPath,
        Rubric = rubric,
        OutputDirectory = null,
    })).RunId;

    /// <summary>Decides a criterion for the first three submissions.</summary>
    private async Task DecideAsync(Guid run, string criterion, Points points)
    {
        List<Guid> submissions;
        await using (var context = await _installation.OpenAsync())
        {
            submissions = await context.Assessments.Where(a => a.Points != null).OrderBy(a => a.Submission!.HandInKey)
                .Select(a => a.SubmissionId).Take(3).ToListAsync(Cancel);
        }
        await Decided.ByAsync(_installation, run, criterion, points, submissions);
    }

    private sealed record State(Points Points, Points Maximum, bool IsOpen, bool IsDecided);

    private async Task<Dictionary<(Guid Submission, string Criterion), State>> StatesAsync(Guid run)
    {
        await using var context = await _installation.OpenAsync();
        var rows = await (
            from assessment in context.AssessmentsOf(run)
            from answer in assessment.Answers
            from score in answer.Scores
            select new { assessment.SubmissionId, Score = score }).AsNoTracking().ToListAsync(Cancel);
        return rows.ToDictionary(
            r => (r.SubmissionId, r.Score.CriterionId),
            r => new State(r.Score.Points, r.Score.Maximum, r.Score.NeedsReview, r.Score.Override is not null));
    }

    private static SortedSet<string> Differences(
        Dictionary<(Guid Submission, string Criterion), State> before, Dictionary<(Guid Submission, string Criterion), State> after) =>
        new(from key in before.Keys.Union(after.Keys)
            let was = before.GetValueOrDefault(key)
            let will = after.GetValueOrDefault(key)
            where was?.Points != will?.Points || was?.Maximum != will?.Maximum || was?.IsOpen != will?.IsOpen
            select $"{key.Submission} {key.Criterion}: {was?.Points} of {was?.Maximum} {was?.IsOpen ?? false} -> "
                + $"{will?.Points} of {will?.Maximum} {will?.IsOpen ?? false}", StringComparer.Ordinal);

    private static SortedSet<string> Differences(Effect effect) =>
        new(from submission in effect.Submissions
            from c in submission.Criteria
            where c.Before != c.After || c.MaximumBefore != c.MaximumAfter || c.WasOpen != c.IsOpen
            select $"{submission.SubmissionId} {c.CriterionId}: {c.Before} of {c.MaximumBefore} {c.WasOpen} -> "
                + $"{c.After} of {c.MaximumAfter} {c.IsOpen}", StringComparer.Ordinal);
}
