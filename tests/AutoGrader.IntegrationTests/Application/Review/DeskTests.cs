using System.IO.Compression;
using AutoGrader.Application;
using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoGrader.IntegrationTests.Application.Review;

/// <summary>The review desk: queue, decisions for groups, undo, two persons at once.</summary>
public sealed class DeskTests(DeskTests.GradedReports graded) : IClassFixture<DeskTests.GradedReports>, IDisposable
{
    private static readonly HashSet<string> LearntCriteria =
        [.. Installation.Rubric.Rubric.Questions.SelectMany(q => q.Criteria).OfType<ConceptCriterion>().Select(c => c.Id)];

    private readonly Installation _installation = graded.Copy();
    private readonly Guid _run = graded.Run;

    /// <summary>A few reports, graded once; every test works on a copy.</summary>
    public sealed class GradedReports : IAsyncLifetime
    {
        private readonly Installation _installation = Careful();

        // Three have handed in the same report, the others their own.
        private static readonly string[] Students = ["2318531", "2318540", "2318550", "2318558", "2318566"];

        public Guid Run { get; private set; }

        public Func<GradeRequest, GradeRequest> Request { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var input = Directory.CreateDirectory(Path.Combine(_installation.Folder, "reports")).FullName;
            using (var export = ZipFile.OpenRead(DevelopmentExport.InputPath))
            {
                foreach (var entry in export.Entries.Where(e => Students.Any(s => e.FullName.Contains($"_{s}_", StringComparison.Ordinal))))
                    entry.ExtractToFile(Path.Combine(input, entry.Name));
            }
            Request = r => r with
            {
                InputPath = input,
                WorksheetPath = null,
                OutputDirectory = null,
                Answers = GivenAnswers.OfTheSheet,
            };
            Run = (await _installation.GradeAsync(Request)).RunId;
            // Pooled connections may still hold what is not in the file yet.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }

        public ValueTask DisposeAsync()
        {
            _installation.Dispose();
            return ValueTask.CompletedTask;
        }

        // Whatever the scorer learns to decide by itself, here it leaves everything to people.
        private static Installation Careful() => new(services => services.Configure<AutoGraderOptions>(o => o.SilentErrorTarget = 0));

        internal Installation Copy()
        {
            var copy = Careful();
            var (from, to) = (Path.Combine(_installation.Folder, "data"), Path.Combine(copy.Folder, "data"));
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var path = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Copy(file, path);
            }
            return copy;
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task The_queue_holds_every_open_criterion_once_with_the_largest_effect_first()
    {
        var queue = await ListAsync();

        await using var context = await _installation.OpenAsync();
        var open = await context.Scores.CountAsync(s => s.NeedsReview, Cancel);
        Assert.Equal(open, queue.Open);
        Assert.Equal(open, queue.SettledBy(queue.Groups.Count));
        Assert.Equal(queue.Groups.Count, queue.Groups.Select(g => g.Key).Distinct().Count());
        Assert.Equal(queue.Groups.Select(g => g.Effect).OrderDescending(), queue.Groups.Select(g => g.Effect));
        Assert.All(queue.Groups, g => Assert.Single(g.Submissions.Distinct(), s => s == g.Submissions[0]));
    }

    [Fact]
    public async Task The_queue_can_be_narrowed_to_a_question_or_a_criterion()
    {
        var group = (await ListAsync()).Groups[^1];

        Assert.All((await ListAsync(question: group.QuestionId)).Groups, g => Assert.Equal(group.QuestionId, g.QuestionId));
        Assert.Contains((await ListAsync(criterion: group.CriterionId)).Groups, g => g.Key == group.Key);
        Assert.Empty((await ListAsync(question: "9.9")).Groups);
    }

    [Fact]
    public async Task A_rehearsed_decision_leaves_everything_as_it_was()
    {
        var group = (await ListAsync()).Groups[0];
        var before = await StateAsync();

        await _installation.Get<DecideReview>().RehearseAsync(_run, group.CriterionId, group.Submissions[0], Cancel);

        Assert.Equal(before, await StateAsync());
        Assert.Equal(group, (await ListAsync()).Groups[0] with { Submissions = group.Submissions });

        async Task<string> StateAsync()
        {
            await using var context = await _installation.OpenAsync();
            var counts = (await context.Overrides.CountAsync(Cancel), await context.Audit.CountAsync(Cancel),
                await context.Decisions.CountAsync(Cancel), await context.Scores.CountAsync(s => s.NeedsReview, Cancel));
            var assessments = await context.Assessments.OrderBy(a => a.Id)
                .Select(a => new { a.Points, a.Status, a.AssessedAt, a.FeedbackHash }).ToListAsync(Cancel);
            return string.Join('\n', assessments.Prepend<object>(counts));
        }
    }

    [Fact]
    public async Task A_decision_serves_every_member_of_a_group_and_settles_them()
    {
        var group = await LargestAsync();
        var before = await ListAsync();

        var result = await DecideAsync(group, Points.Zero, reason: "Seen.");

        Assert.Equal(group.Members.Count, result.Decided);
        Assert.Equal(before.Open - result.Decided, (await ListAsync()).Open);
        await using var context = await _installation.OpenAsync();
        var overrides = await context.Overrides.Where(o => o.DecisionId == result.DecisionId).ToListAsync(Cancel);
        Assert.Equal(result.Decided, overrides.Count);
        Assert.All(overrides, o => Assert.Equal($"Seen. (Decided for {result.Decided} like answers at once.)", o.Reason));
        Assert.Equal(result.Decided, await context.Audit.CountAsync(a => a.Action == "override.set" && a.Actor == "Tutor A", Cancel));
    }

    [Fact]
    public async Task Points_and_status_of_the_submission_follow_a_decision()
    {
        var submission = (await ListAsync()).Groups.SelectMany(g => g.Submissions).First();
        foreach (var open in (await ListAsync()).Groups.Where(g => g.Submissions.Contains(submission)).ToList())
        {
            var member = (await ShowAsync(open.Key))!.Members.Single(m => m.SubmissionId == submission);
            var result = await _installation.Get<DecideReview>().ExecuteAsync(Request(open.CriterionId, open.Maximum, [member]), Cancel);
            Assert.Equal(1, result.Decided);
        }

        await using var context = await _installation.OpenAsync();
        var assessment = await context.Assessments.Include(a => a.Answers).ThenInclude(a => a.Scores)
            .SingleAsync(a => a.SubmissionId == submission, Cancel);
        Assert.Equal(Points.Sum(assessment.Answers.SelectMany(a => a.Scores).Select(s => s.Points)), assessment.Points);
        Assert.Equal(assessment.AllReasons.Count == 0 ? SubmissionStatus.Graded : assessment.Status, assessment.Status);
        Assert.Null(assessment.FeedbackHash);
    }

    [Fact]
    public async Task Undo_brings_everything_back_as_it_was_and_keeps_the_record()
    {
        var before = await SnapshotAsync();
        var group = await LargestAsync();
        var result = await DecideAsync(group, group.Group.Maximum);
        Assert.NotEqual(before, await SnapshotAsync());

        var undone = await _installation.Get<UndoDecision>().ExecuteAsync(result.DecisionId!.Value, "Tutor A", Cancel);

        Assert.Equal(result.Decided, undone.Restored);
        Assert.Equal(before, await SnapshotAsync());
        await using var context = await _installation.OpenAsync();
        Assert.Empty(await context.Overrides.ToListAsync(Cancel));
        Assert.Equal("Tutor A", (await context.Decisions.SingleAsync(Cancel)).UndoneBy);
        Assert.Equal(result.Decided, await context.Audit.CountAsync(a => a.Action == "override.undo", Cancel));
        Assert.Equal(0, (await _installation.Get<UndoDecision>().ExecuteAsync(result.DecisionId.Value, "Tutor A", Cancel)).Restored);
    }

    [Fact]
    public async Task Undo_brings_an_earlier_decision_back()
    {
        var group = await LargestAsync();
        var first = await DecideAsync(group, Points.Zero, reason: "First.");
        var again = await VersionsAsync(group);
        var second = await _installation.Get<DecideReview>().ExecuteAsync(
            Request(group.Group.CriterionId, group.Group.Maximum, group.Members) with { Items = again, By = "Tutor B" }, Cancel);

        await _installation.Get<UndoDecision>().ExecuteAsync(second.DecisionId!.Value, "Tutor B", Cancel);

        await using var context = await _installation.OpenAsync();
        Assert.All(
            await context.Overrides.ToListAsync(Cancel),
            o => Assert.Equal((Points.Zero, "Tutor A", first.DecisionId), (o.Points, o.By, o.DecisionId)));
        Assert.All(
            await context.Scores.Where(s => s.Override != null).ToListAsync(Cancel),
            s => Assert.Equal((Points.Zero, "Tutor A"), (s.Points, s.Override!.By)));
    }

    [Fact]
    public async Task Undo_leaves_alone_what_was_decided_anew_since()
    {
        var group = await LargestAsync();
        var first = await DecideAsync(group, Points.Zero);
        var anew = Request(group.Group.CriterionId, group.Group.Maximum, []) with { By = "Tutor B" };
        await _installation.Get<DecideReview>().ExecuteAsync(anew with { Items = [(await VersionsAsync(group))[0]] }, Cancel);

        var undone = await _installation.Get<UndoDecision>().ExecuteAsync(first.DecisionId!.Value, "Tutor A", Cancel);

        Assert.Equal(first.Decided - 1, undone.Restored);
        Assert.Equal(group.Members[0].SubmissionId, Assert.Single(undone.Kept).SubmissionId);
    }

    [Fact]
    public async Task Undo_leaves_alone_what_a_file_of_decisions_has_decided_anew_since()
    {
        var group = await LargestAsync();
        var first = await DecideAsync(group, group.Group.Maximum);
        string key;
        await using (var context = await _installation.OpenAsync())
            key = (await context.Submissions.SingleAsync(s => s.Id == group.Members[0].SubmissionId, Cancel)).HandInKey;
        var file = Path.Combine(_installation.Folder, "filled.csv");
        await File.WriteAllTextAsync(
            file, $"participant,criterion,points,reason,by\n\"{key}\",{group.Group.CriterionId},0,Read again.,Tutor B\n", Cancel);
        await _installation.GradeAsync(r => graded.Request(r) with { OverridesPath = file });

        var undone = await _installation.Get<UndoDecision>().ExecuteAsync(first.DecisionId!.Value, "Tutor A", Cancel);

        Assert.Equal(first.Decided - 1, undone.Restored);
        Assert.Equal(group.Members[0].SubmissionId, Assert.Single(undone.Kept).SubmissionId);
        await using var after = await _installation.OpenAsync();
        var stands = await after.Overrides.SingleAsync(Cancel);
        Assert.Equal((Points.Zero, "Tutor B", (Guid?)null), (stands.Points, stands.By, stands.DecisionId));
    }

    [Fact]
    public async Task A_second_person_who_saw_the_item_before_it_was_decided_is_refused()
    {
        var group = await LargestAsync();
        await DecideAsync(group, Points.Zero);

        var late = await _installation.Get<DecideReview>().ExecuteAsync(
            Request(group.Group.CriterionId, group.Group.Maximum, group.Members) with { By = "Tutor B" }, Cancel);

        Assert.Null(late.DecisionId);
        Assert.Equal(group.Members.Count, late.Refused.Count);
        await using var context = await _installation.OpenAsync();
        Assert.All(await context.Overrides.ToListAsync(Cancel), o => Assert.Equal("Tutor A", o.By));
    }

    [Fact]
    public async Task Of_two_who_decide_at_the_same_time_one_is_refused()
    {
        var group = await LargestAsync();
        var both = await Task.WhenAll(
            Task.Run(() => DecideAsync(group, Points.Zero), Cancel), Task.Run(() => DecideAsync(group, group.Group.Maximum), Cancel));

        Assert.Single(both, r => r.DecisionId is not null);
        Assert.Single(both, r => r.Refused.Count == group.Members.Count);
    }

    [Fact]
    public async Task Other_files_handed_in_since_refuse_a_decision()
    {
        var group = await LargestAsync();
        await using (var context = await _installation.OpenAsync())
        {
            var submission = await context.Submissions.SingleAsync(s => s.Id == group.Members[0].SubmissionId, Cancel);
            submission.ContentHash = new string('0', 64);
            await context.SaveChangesAsync(Cancel);
        }

        var result = await DecideAsync(group, Points.Zero);

        Assert.Equal(group.Members.Count - 1, result.Decided);
        Assert.Single(result.Refused);
    }

    [Fact]
    public async Task The_review_file_names_the_group_of_every_row_that_has_one()
    {
        await _installation.GradeAsync(r => graded.Request(r) with { OutputDirectory = _installation.Out() });

        var rows = DevelopmentExport.ReadTable(Path.Combine(_installation.Out(), "review.csv"));
        var named = rows.Where(r => r["group"].Length > 0).GroupBy(r => r["group"]).Select(g => g.Count()).Order();
        Assert.Equal((await ListAsync()).Groups.Select(g => g.Submissions.Count).Where(c => c > 1).Order(), named);
        Assert.All(rows.Where(r => r["group"].Length > 0), r => Assert.StartsWith(r["criterion"], r["group"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_later_run_keeps_what_was_decided_at_the_desk()
    {
        var group = await LargestAsync();
        await DecideAsync(group, group.Group.Maximum);

        await _installation.GradeAsync(graded.Request);

        await using var context = await _installation.OpenAsync();
        var scores = await context.Scores.Where(s => s.Override != null).ToListAsync(Cancel);
        Assert.Equal(group.Members.Count, scores.Count);
        Assert.All(scores, s => Assert.Equal((group.Group.Maximum, "Tutor A", false), (s.Points, s.Override!.By, s.NeedsReview)));
        Assert.All(await context.Assessments.ToListAsync(Cancel), a => Assert.NotNull(a.FeedbackHash));
    }

    [Fact]
    public async Task Judging_anew_gives_what_a_whole_run_would_give_and_opens_no_pdf()
    {
        var open = (await ListAsync()).Groups.Where(g => LearntCriteria.Contains(g.CriterionId)).ToLookup(g => g.QuestionId);
        var question = open.MaxBy(g => g.Count())!.Key;
        Assert.True(open[question].Count() > 1);
        await DecideAsync((await ShowAsync(open[question].First().Key))!, Points.Zero);
        await using (var context = await _installation.OpenAsync())
        {
            // Whoever opened a PDF would not find it.
            foreach (var assessment in await context.Assessments.Where(a => a.PdfHash != null).ToListAsync(Cancel))
                _installation.Get<Database>().Artifacts.Delete(assessment.PdfHash!);
        }
        var before = await LearntAsync(question);

        var changed = await _installation.Get<RejudgeQuestion>().ExecuteAsync(_run, question, "Tutor A", Cancel);

        var after = await LearntAsync(question);
        Assert.NotEmpty(changed);
        Assert.NotEqual(before, after);
        Assert.Empty(await _installation.Get<RejudgeQuestion>().ExecuteAsync(_run, question, "Tutor A", Cancel));
        await _installation.GradeAsync(graded.Request);
        Assert.Equal(after, await LearntAsync(question));
    }

    [Fact]
    public async Task Points_given_by_hand_have_the_rest_of_their_question_judged_anew_behind_the_giver()
    {
        var open = (await ListAsync()).Groups.Where(g => LearntCriteria.Contains(g.CriterionId)).ToLookup(g => g.QuestionId);
        var taught = open.MaxBy(g => g.Count())!.First();
        var before = await LearntAsync(taught.QuestionId);
        var member = (await ShowAsync(taught.Key))!.Members[0];

        var given = await _installation.Get<GivePoints>().ExecuteAsync(
            _run, member.SubmissionId, [new CriterionPoints(taught.CriterionId, Points.Zero, member.Version)], "Seen.", "Tutor A", Cancel);
        await _installation.Get<RejudgeBehind>().Settled;

        Assert.Equal((1, null), (given.Decided, given.Problem));
        Assert.NotEqual(before, await LearntAsync(taught.QuestionId));
        await using var context = await _installation.OpenAsync();
        Assert.True(await context.Audit.AnyAsync(a => a.Action == "submission.rejudge" && a.Actor == "Tutor A", Cancel));
        Assert.Empty(await _installation.Get<RejudgeQuestion>().ExecuteAsync(_run, taught.QuestionId, "Tutor A", Cancel));
    }

    [Fact]
    public async Task Answers_of_a_deleted_report_go_from_memory()
    {
        var (answers, artifacts) = (_installation.Get<AnswersInMemory>(), _installation.Get<Database>().Artifacts);
        var limits = _installation.Get<IOptions<AutoGraderOptions>>().Value.ReadLimits;
        var question = Installation.Rubric.Rubric.Questions.First(q => q.Criteria.All(c => c is ConceptCriterion));
        await using var context = await _installation.OpenAsync();
        var report = (await context.Assessments.Where(a => a.PdfHash != null).OrderBy(a => a.Id).FirstAsync(Cancel)).PdfHash!;
        Assert.NotNull(await answers.FindAsync(report, limits, Installation.Rubric, question, Cancel));
        await context.Readings.ExecuteDeleteAsync(Cancel);
        Assert.NotNull(await answers.FindAsync(report, limits, Installation.Rubric, question, Cancel));

        artifacts.Delete(report);

        Assert.Null(await answers.FindAsync(report, limits, Installation.Rubric, question, Cancel));
    }

    [Fact]
    public async Task A_decision_that_is_made_while_its_question_is_judged_anew_stays()
    {
        var open = (await ListAsync()).Groups.Where(g => LearntCriteria.Contains(g.CriterionId)).ToLookup(g => g.QuestionId);
        var (taught, other) = (open.MaxBy(g => g.Count())!.First(), open.MaxBy(g => g.Count())!.Last());
        await DecideAsync((await ShowAsync(taught.Key))!, Points.Zero);
        var late = (await ShowAsync(other.Key))!;
        var rejudge = InterruptedRejudge(() => DecideAsync(late, other.Maximum, reason: "Meanwhile."));

        var changed = await rejudge.ExecuteAsync(_run, taught.QuestionId, "Tutor B", Cancel);

        Assert.DoesNotContain(changed, c => c.CriterionId == other.CriterionId && other.Submissions.Contains(c.SubmissionId));
        await using var context = await _installation.OpenAsync();
        var decided = await context.Scores.Where(s => s.Override != null && s.CriterionId == other.CriterionId).ToListAsync(Cancel);
        var meanwhile = decided.Where(s => s.Override!.Reason.StartsWith("Meanwhile.", StringComparison.Ordinal)).ToList();
        Assert.Equal(other.Submissions.Count, meanwhile.Count);
        Assert.All(meanwhile, s => Assert.Equal((other.Maximum, false), (s.Points, s.NeedsReview)));
    }

    [Fact]
    public async Task Two_who_ask_for_the_next_group_get_different_ones_and_the_first_where_others_have_all()
    {
        var desk = _installation.Get<OpenReview>();
        var queue = await ListAsync();

        var first = await desk.ExecuteAsync(_run, null, null, "Tutor A", Cancel);
        var second = await desk.ExecuteAsync(_run, null, null, "Tutor B", Cancel);
        var again = await desk.ExecuteAsync(_run, null, null, "Tutor A", Cancel);
        var chosen = await desk.ExecuteAsync(_run, queue.Groups[0].Key, null, "Tutor C", Cancel);

        Assert.Equal((queue.Groups[0].Key, queue.Groups[1].Key), (first.Case!.Group.Key, second.Case!.Group.Key));
        Assert.Equal(queue.Groups[0].Key, again.Case!.Group.Key);
        Assert.Equal((1, queue.Groups.Count, queue.Groups[0].Key, queue.Groups[2].Key),
            (second.Place, second.Count, second.Before, second.After));
        Assert.Equal((queue.Groups[0].Key, "Tutor A"), (chosen.Case!.Group.Key, chosen.AlsoOpenedBy));
        var small = queue.Groups.GroupBy(g => g.QuestionId).MinBy(g => g.Count())!;
        foreach (var (i, _) in small.Index())
            await desk.ExecuteAsync(_run, null, small.Key, $"Tutor {i}", Cancel);
        var late = await desk.ExecuteAsync(_run, null, small.Key, "Tutor Z", Cancel);
        Assert.Equal(small.First().Key, late.Case!.Group.Key);
        Assert.Equal("Tutor 0", late.AlsoOpenedBy);
    }

    [Fact]
    public async Task A_group_that_is_no_longer_open_opens_nothing()
    {
        var group = await LargestAsync();
        await DecideAsync(group, Points.Zero);

        Assert.Null((await _installation.Get<OpenReview>().ExecuteAsync(_run, group.Group.Key, null, "Tutor B", Cancel)).Case);
    }

    [Fact]
    public async Task A_decision_for_many_like_answers_teaches_once()
    {
        var group = (await ListAsync()).Groups.Where(g => LearntCriteria.Contains(g.CriterionId)).MaxBy(g => g.Submissions.Count)!;
        Assert.True(group.Submissions.Count > 1);
        await DecideAsync((await ShowAsync(group.Key))!, Points.Zero);

        await using var context = await _installation.OpenAsync();
        var input = (await context.Inputs.SingleAsync(Cancel)).Id;
        var learnt = await LearntAnswers.CollectAsync(context, input, Installation.Rubric.Rubric, GivenAnswers.OfTheSheet, Cancel);

        Assert.Equal(GivenAnswers.OfTheSheet.Answers.Count + 1, learnt.Answers.Count);
    }

    [Fact]
    public async Task What_was_learnt_from_a_decision_is_forgotten_with_it()
    {
        var open = (await ListAsync()).Groups.Where(g => LearntCriteria.Contains(g.CriterionId)).ToLookup(g => g.QuestionId);
        var question = open.MaxBy(g => g.Count())!.Key;
        var before = await LearntAsync(question);
        var decision = await DecideAsync((await ShowAsync(open[question].First().Key))!, Points.Zero);
        await _installation.Get<RejudgeQuestion>().ExecuteAsync(_run, question, "Tutor A", Cancel);
        var undone = await _installation.Get<UndoDecision>().ExecuteAsync(decision.DecisionId!.Value, "Tutor A", Cancel);

        await _installation.Get<RejudgeQuestion>().ExecuteAsync(_run, undone.QuestionId, "Tutor A", Cancel);

        Assert.Equal(before, await LearntAsync(question));
    }

    [Theory]
    [InlineData("9.9a", 1, "Tutor A")]
    [InlineData("1.1a", 9, "Tutor A")]
    [InlineData("1.1a", 1, " ")]
    public async Task What_no_desk_offers_is_a_bug(string criterion, int points, string by) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _installation.Get<DecideReview>().ExecuteAsync(
            Request(criterion, Points.FromValue(points), []) with { By = by }, Cancel));

    // Something happens after the answers were listed and before any is saved: when the first one is fetched to be judged.
    private RejudgeQuestion InterruptedRejudge(Func<Task> meanwhile)
    {
        var (options, clock, ids) = (
            _installation.Get<IOptions<AutoGraderOptions>>(), _installation.Get<TimeProvider>(), _installation.Get<IdGenerator>());
        var database = new Database(new InterruptedProvider(_installation.Database.Provider, "FROM \"Readings\"", meanwhile), options);
        var answers = new AnswersInMemory(database, new ReportReadings(database, _installation.Get<IPdfWorker>(), clock, ids));
        return new RejudgeQuestion(
            _installation.Get<Database>(), answers, _installation.Get<AuditTrail>(), clock, options,
            _installation.Get<RightOfWay>());
    }

    private Task<ReviewList> ListAsync(string? question = null, string? criterion = null) =>
        _installation.Get<ListReview>().ExecuteAsync(_run, question, criterion, Cancel);

    private Task<ReviewCase?> ShowAsync(string key) => _installation.Get<ShowReview>().ExecuteAsync(_run, key, Cancel);

    private async Task<ReviewCase> LargestAsync()
    {
        var largest = (await ListAsync()).Groups.MaxBy(g => g.Submissions.Count)!;
        Assert.True(largest.Submissions.Count > 1);
        return (await ShowAsync(largest.Key))!;
    }

    private Task<DecideResult> DecideAsync(ReviewCase group, Points points, string reason = "") => _installation.Get<DecideReview>()
        .ExecuteAsync(Request(group.Group.CriterionId, points, group.Members) with { Reason = reason }, Cancel);

    private DecideRequest Request(string criterion, Points points, IEnumerable<ReviewMember> members) => new()
    {
        RunId = _run,
        CriterionId = criterion,
        Points = points,
        By = "Tutor A",
        Items = [.. members.Select(m => new DecidedItem(m.SubmissionId, m.Version))],
    };

    // What somebody sees who looks again.
    private async Task<IReadOnlyList<DecidedItem>> VersionsAsync(ReviewCase group)
    {
        var seen = new List<DecidedItem>();
        foreach (var member in group.Members)
        {
            var shown = await _installation.Get<ShowCriterion>().ExecuteAsync(_run, member.SubmissionId, group.Group.CriterionId, Cancel);
            seen.Add(new DecidedItem(member.SubmissionId, shown!.Members[0].Version));
        }
        return seen;
    }

    private async Task<string> LearntAsync(string question)
    {
        await using var context = await _installation.OpenAsync();
        var scores = await (
            from answer in context.Answers
            where answer.QuestionId == question
            join assessment in context.Assessments on answer.AssessmentId equals assessment.Id
            from score in answer.Scores
            where score.NeedsReview || score.Override != null
            select new { assessment.SubmissionId, Score = score }).ToListAsync(Cancel);
        return string.Join('\n', scores.OrderBy(s => s.SubmissionId).ThenBy(s => s.Score.CriterionId, StringComparer.Ordinal)
            .Select(s => $"{s.SubmissionId} {s.Score.CriterionId} {s.Score.Points} {s.Score.Confidence:R} {s.Score.NeedsReview}"));
    }

    // All that counts: points, states, reasons of every score and assessment.
    private async Task<string> SnapshotAsync()
    {
        await using var context = await _installation.OpenAsync();
        var scores = await context.Scores.OrderBy(s => s.Id).ToListAsync(Cancel);
        var assessments = await context.Assessments.OrderBy(a => a.Id).ToListAsync(Cancel);
        return string.Join('\n',
            [
                .. scores.Select(s => $"{s.Id} {s.Points} {s.Confidence:R} {s.NeedsReview} {s.Rationale.English} {s.Override?.By}"),
                .. assessments.Select(a => $"{a.Id} {a.Points} {a.Status} {a.OwnStatus}"),
            ]);
    }
}
