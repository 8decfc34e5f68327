using AutoGrader.Application.Data;
using AutoGrader.Application.Outlets;
using AutoGrader.Application.Remarking;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Application.Review.Pages;
using AutoGrader.Application.Review.Second;
using AutoGrader.Application.Rubrics;
using AutoGrader.Application.Statistics;
using AutoGrader.Core;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using AutoGrader.IntegrationTests.Application.Runs;
using AutoGrader.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application.Remarking;

/// <summary>Re-marking by another version: what counts before, after a whole or partial acceptance, and after it is taken back.</summary>
public sealed class RemarkingTests : IDisposable
{
    private const string Instructor = "ada@example.org";

    private readonly Installation _installation = new();
    private CourseSamples _course = null!;
    private Guid _from;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _installation.Dispose();

    /// <summary>Criterion 1.1a earns two points, 3.3a has another name.</summary>
    private static RubricVersion Other => ChangedRubric.With(
        ("points: 20\n", "points: 21\n"),
        ("  - id: \"1.1\"\n    points: 1\n", "  - id: \"1.1\"\n    points: 2\n"),
        ("      - id: 1.1a\n        kind: concept\n        points: 1\n", "      - id: 1.1a\n        kind: concept\n        points: 2\n"),
        ("          - points: 1\n            text:\n              en: The hidden state holds information",
            "          - points: 2\n            text:\n              en: The hidden state holds information"),
        ("- id: 3.3a", "- id: 3.3x"));

    /// <summary>The graded answers that ship, for either version.</summary>
    private static GradedAnswerSet Answers(RubricVersion version)
    {
        var text = File.ReadAllText(TestData.InRepository("rubrics", "ivu-sheet-05.answers.jsonl"));
        var name = version.Rubric.Questions.SelectMany(q => q.Criteria).Single(c => c.Id.StartsWith("3.3", StringComparison.Ordinal)).Id;
        return GradedAnswerSet.Read(text.Replace("3.3a", name, StringComparison.Ordinal), "answers", version.Rubric).Set!;
    }

    [Fact]
    public async Task Until_it_is_accepted_nothing_that_counts_changes()
    {
        var before = await GradeAsync();

        await RemarkAsync();

        Assert.Equal(before, await OutAsync(await RunAsync()));
        Assert.Equal(_from, await RunAsync());
    }

    [Fact]
    public async Task No_files_are_made_of_a_run_that_does_not_count_and_the_refusal_names_the_one_that_does()
    {
        await GradeAsync();
        var remarking = await RemarkAsync();
        await AcceptAsync(remarking);

        var refused = await _installation.Get<PrepareRelease>().ExecuteAsync(_from, Instructor, Cancel);

        Assert.Null(refused.Release);
        Assert.NotNull(refused.Problem);
        Assert.Equal(await RunAsync(), refused.CountingRunId);
        Assert.NotEqual(_from, refused.CountingRunId);
    }

    [Fact]
    public async Task What_keeps_its_former_result_is_not_drawn_for_a_second_mark_and_what_was_drawn_before_is_no_longer_marked()
    {
        await GradeAsync();
        var remarking = await RemarkAsync();
        await AcceptAsync(remarking);
        var run = await RunAsync();
        var (draw, read) = (_installation.Get<DrawSecondMarks>(), _installation.Get<ReadSecondMarks>());
        var all = await draw.ExecuteAsync(run, "2.1", SampleSize.TryCreate(null, 100)!, 1, Instructor, Cancel);
        Assert.Equal(all, (await read.ExecuteAsync(run, "Tutor", Cancel)).Drawn);
        await _installation.Get<UndoRemarking>().ExecuteAsync(remarking, await VersionAsync(), Instructor, Cancel);
        var again = await RemarkAsync();
        var (kept, _) = await SplitAsync();
        await AcceptAsync(again, [.. kept]);

        var state = await read.ExecuteAsync(run, "Tutor", Cancel);
        var more = await draw.ExecuteAsync(run, null, SampleSize.TryCreate(null, 100)!, 2, Instructor, Cancel);

        await using var context = await _installation.OpenAsync();
        Assert.True(more > 0);
        Assert.False(await context.SecondMarks.AnyAsync(m => m.Seed == 2 && kept.Contains(m.SubmissionId), Cancel));
        var drawn = await context.SecondMarks.Where(m => m.Seed == 1).Select(m => new { m.SubmissionId, m.QuestionId }).Distinct()
            .ToListAsync(Cancel);
        var gone = drawn.Where(d => kept.Contains(d.SubmissionId)).ToList();
        Assert.NotEmpty(gone);
        Assert.Equal(all - gone.Count, state.Drawn);
        var mark = _installation.Get<MarkAgain>();
        foreach (var answer in gone.Take(2))
            Assert.Null(await mark.ShowAsync(run, answer.SubmissionId, answer.QuestionId, "Tutor", Cancel));
        var other = drawn.First(d => !kept.Contains(d.SubmissionId));
        Assert.NotNull(await mark.ShowAsync(run, other.SubmissionId, other.QuestionId, "Tutor", Cancel));
        // Its pages are marked by the version that its result is by: this criterion has another name in the run's.
        var pages = await _installation.Get<MarkPages>().ExecuteAsync(run, kept[0], "3.3a", cancellationToken: Cancel);
        Assert.Contains(pages!.Pages, p => p.Marks.Count > 0);
    }

    [Fact]
    public async Task Accepted_whole_it_gives_what_grading_by_the_other_version_gives()
    {
        await GradeAsync();
        var remarking = await RemarkAsync();

        var foretold = await _installation.Get<CompareRemarking>().ExecuteAsync(remarking, Cancel);
        Assert.Null((await AcceptAsync(remarking)).Problem);

        using var fresh = new Installation();
        await fresh.GradeAsync(request => request with { Rubric = Other, Answers = Answers(Other) });
        Assert.Equal(Installation.Snapshot(fresh.Out()), await OutAsync(await RunAsync()));
        await using var context = await _installation.OpenAsync();
        var counting = await context.AssessmentsOf(await RunAsync())
            .ToDictionaryAsync(a => a.SubmissionId, a => (a.Points, a.Status), Cancel);
        Assert.Equal(counting, foretold!.Submissions.ToDictionary(s => s.SubmissionId, s => (s.After, s.StatusAfter)));
    }

    [Fact]
    public async Task Accepted_in_part_all_outlets_agree_on_which_result_counts()
    {
        await GradeAsync();
        var remarking = await RemarkAsync();
        var (kept, taken) = await SplitAsync();

        Assert.Null((await AcceptAsync(remarking, [.. kept])).Problem);

        var run = await RunAsync();
        await using var context = await _installation.OpenAsync();
        var counting = await context.AssessmentsOf(run).Include(a => a.Submission).AsNoTracking().ToListAsync(Cancel);
        Assert.Equal(12, counting.Count);
        Assert.All(counting, a => Assert.Equal(
            kept.Contains(a.SubmissionId) ? Installation.Rubric.Hash : Other.Hash, a.RubricHash));
        var points = counting.ToDictionary(a => a.Submission!.ParticipantNumber!, a => a.Points);
        var listed = await _installation.Get<ListSubmissions>().ExecuteAsync(run, Cancel);
        Assert.Equal(points, listed.ToDictionary(l => l.Participant, l => l.Points));
        var check = await _installation.Get<CheckRelease>().ExecuteAsync(run, Cancel);
        Assert.Equal(points, check.Rows.ToDictionary(r => r.Participant, r => r.Points));
        var statistics = await _installation.Get<ReadStatistics>().ExecuteAsync(run, Cancel);
        Assert.Equal(points.Values.Where(p => p is not null).Average(p => p!.Value.HalfPoints) / 2, statistics.Mean!.Value, 9);
        await OutAsync(run);
        var grades = DevelopmentExport.ReadTable(Path.Combine(_installation.Out(), "grades.csv"))
            .Where(r => r["points"].Length > 0).ToDictionary(r => r["participant"], r => r["points"]);
        Assert.Equal(
            points.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value!.Value.Value.ToString("0.0", null)), grades);
        // Nobody decides on what does not count.
        Assert.Null(await _installation.Get<ShowCriterion>().ExecuteAsync(run, kept[0], "1.1a", Cancel));
        Assert.NotNull(await _installation.Get<ShowCriterion>().ExecuteAsync(run, taken[0], "1.1a", Cancel));
    }

    [Fact]
    public async Task Accepted_in_part_and_taken_back_every_byte_is_as_before()
    {
        var before = await GradeAsync();
        Assert.Empty((await ReleasesAsync()).Single().Outdated);
        var remarking = await RemarkAsync();
        var (kept, _) = await SplitAsync();
        Assert.Null((await AcceptAsync(remarking, [.. kept])).Problem);
        Assert.Contains("was re-marked", (await ReleasesAsync()).Single().Outdated.Single().English, StringComparison.Ordinal);
        var between = await OutAsync(await RunAsync());
        Assert.Equal([false, true], (await ReleasesAsync()).Select(r => r.Outdated.Count > 0));

        Assert.Null((await UndoAsync(remarking)).Problem);
        Assert.Equal([true, false], (await ReleasesAsync()).Select(r => r.Outdated.Count > 0));

        Assert.NotEqual(before["worksheet.csv"], between["worksheet.csv"]);
        Assert.Equal(_from, await RunAsync());
        Assert.Equal(before, await OutAsync(_from));
        Assert.Equal(RemarkProblem.Over, (await UndoAsync(remarking)).Problem);
        await using var context = await _installation.OpenAsync();
        Assert.Equal(
            ["remark.start", "remark.accept", "remark.undo"],
            await context.Audit.Where(a => a.Action.StartsWith("remark.")).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Of_two_who_accept_at_once_one_gets_a_conflict()
    {
        await GradeAsync();
        var remarking = await RemarkAsync();
        var seen = await VersionAsync();
        var accept = _installation.Get<AcceptRemarking>();

        var results = await Task.WhenAll(
            accept.ExecuteAsync(remarking, [], seen, Instructor, Cancel),
            accept.ExecuteAsync(remarking, [], seen, "eve@example.org", Cancel));

        Assert.Single(results, r => r.Problem is null);
        await using var context = await _installation.OpenAsync();
        Assert.Equal(12, await context.AssessmentsOf(await RunAsync()).CountAsync(Cancel));
        Assert.Equal(1, await context.Audit.CountAsync(a => a.Action == "remark.accept", Cancel));
    }

    [Fact]
    public async Task A_decision_made_meanwhile_is_not_buried_but_carried_over()
    {
        await GradeAsync();
        var remarking = await RemarkAsync();
        var (_, taken) = await SplitAsync();
        await Decided.ByAsync(_installation, _from, "1.2a", Points.FromValue(0.5m), [taken[0]]);
        await Decided.ByAsync(_installation, _from, "3.3a", Points.Zero, [taken[0]]);

        var refused = await AcceptAsync(remarking);
        Assert.Equal((RemarkProblem.Stale, taken[0]), (refused.Problem, refused.Submissions.Single()));

        var again = await RemarkAsync();
        Assert.Null((await AcceptAsync(again)).Problem);
        await using var context = await _installation.OpenAsync();
        var scores = await context.AssessmentsOf(await RunAsync()).Where(a => a.SubmissionId == taken[0])
            .SelectMany(a => a.Answers).SelectMany(a => a.Scores).AsNoTracking().ToDictionaryAsync(s => s.CriterionId, Cancel);
        Assert.Equal((0.5m, Decided.By), (scores["1.2a"].Points.Value, scores["1.2a"].Override!.By));
        // Its criterion is gone, and the decision with it; the record stays.
        Assert.Null(scores["3.3x"].Override);
        Assert.Equal(2, await context.Overrides.CountAsync(o => o.SubmissionId == taken[0], Cancel));
    }

    [Fact]
    public async Task Who_needs_a_person_under_the_former_version_cannot_keep_its_result()
    {
        await GradeAsync();
        var remarking = await RemarkAsync();

        var (kept, taken) = await SplitAsync();

        var refused = await AcceptAsync(remarking, [.. kept, .. taken]);

        Assert.Equal(RemarkProblem.KeptIsOpen, refused.Problem);
        await using var context = await _installation.OpenAsync();
        Assert.Equal(
            await context.AssessmentsOf(_from)
                .Where(a => a.Status == SubmissionStatus.NeedsReview || a.Status == SubmissionStatus.Unreadable)
                .Select(a => a.SubmissionId).Order().ToListAsync(Cancel),
            refused.Submissions.Order());
    }

    [Fact]
    public async Task Nothing_is_started_that_has_no_sense()
    {
        _course = await CourseSamples.CreateAsync(_installation);
        await StoreAsync();
        Assert.Equal(RemarkProblem.NotGraded, (await StartAsync(Other.Hash)).Problem);
        await _course.GradeSamplesAsync();
        Assert.Equal(RemarkProblem.Unknown, (await StartAsync(new string('0', 64))).Problem);
        Assert.Equal(RemarkProblem.SameVersion, (await StartAsync(Installation.Rubric.Hash)).Problem);
        Assert.Equal(RemarkProblem.Conflict, (await _installation.Get<StartRemarking>()
            .ExecuteAsync(_course.AssignmentId, Other.Hash, 77, Instructor, Cancel)).Problem);
    }

    /// <summary>Grades the samples; what was written, by file.</summary>
    private async Task<IReadOnlyDictionary<string, string>> GradeAsync()
    {
        _course = await CourseSamples.CreateAsync(_installation);
        await StoreAsync();
        _from = await _course.GradeSamplesAsync();
        return await OutAsync(_from);
    }

    private async Task StoreAsync()
    {
        await using var context = await _installation.OpenAsync();
        await context.EnsureRubricAsync(Installation.Rubric, Answers(Installation.Rubric), DateTime.UtcNow, Cancel);
        await context.EnsureRubricAsync(Other, Answers(Other), DateTime.UtcNow, Cancel);
        await context.SaveChangesAsync(Cancel);
    }

    private async Task<RemarkResult> StartAsync(string hash) => await _installation.Get<StartRemarking>()
        .ExecuteAsync(_course.AssignmentId, hash, await VersionAsync(), Instructor, Cancel);

    private async Task<Guid> RemarkAsync()
    {
        var started = await StartAsync(Other.Hash);
        Assert.Null(started.Problem);
        await _course.WorkAsync();
        return started.RemarkingId!.Value;
    }

    private async Task<RemarkResult> AcceptAsync(Guid remarking, params Guid[] keeping) =>
        await _installation.Get<AcceptRemarking>().ExecuteAsync(remarking, keeping, await VersionAsync(), Instructor, Cancel);

    private async Task<RemarkResult> UndoAsync(Guid remarking) =>
        await _installation.Get<UndoRemarking>().ExecuteAsync(remarking, await VersionAsync(), Instructor, Cancel);

    private Task<IReadOnlyList<MadeRelease>> ReleasesAsync() =>
        _installation.Get<FindReleases>().ExecuteAsync(_course.AssignmentId, Cancel);

    private async Task<int> VersionAsync()
    {
        await using var context = await _installation.OpenAsync();
        return await context.Assignments.Where(a => a.Id == _course.AssignmentId).Select(a => a.Version).SingleAsync(Cancel);
    }

    /// <summary>The run that counts.</summary>
    private async Task<Guid> RunAsync()
    {
        await using var context = await _installation.OpenAsync();
        return await context.Runs
            .Where(r => r.Input!.AssignmentId == _course.AssignmentId && r.RubricHash == r.Input.Assignment!.RubricHash)
            .Select(r => r.Id).SingleAsync(Cancel);
    }

    /// <summary>Two whose former result is decided, and all others.</summary>
    private async Task<(IReadOnlyList<Guid> Kept, IReadOnlyList<Guid> Taken)> SplitAsync()
    {
        await using var context = await _installation.OpenAsync();
        var all = await context.AssessmentsOf(_from).OrderBy(a => a.Submission!.HandInKey).AsNoTracking().ToListAsync(Cancel);
        var kept = all.Where(a => a.Status == SubmissionStatus.Graded).Select(a => a.SubmissionId).Take(2)
            .Concat(all.Where(a => a.Status == SubmissionStatus.NotGraded).Select(a => a.SubmissionId).Take(1)).ToList();
        Assert.True(kept.Count >= 2, "Some samples are decided without a person.");
        // Those with points first.
        return (kept, [.. all.OrderBy(a => a.Points is null).Select(a => a.SubmissionId).Except(kept)]);
    }

    /// <summary>Makes a release, which renders what is missing; its files by name, with their hashes.</summary>
    private async Task<IReadOnlyDictionary<string, string>> OutAsync(Guid run)
    {
        Assert.NotNull((await _installation.Get<PrepareRelease>().ExecuteAsync(run, Instructor, Cancel)).Release);
        return Installation.Snapshot(await _course.WriteAsync(run));
    }
}
