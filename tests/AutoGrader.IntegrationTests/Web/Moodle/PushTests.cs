using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Moodle;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Moodle;
using AutoGrader.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AutoGrader.IntegrationTests.Web.Moodle;

/// <summary>Marks and feedback go back to Moodle: compared first, sent when a person says so, and never over others' work.</summary>
public sealed class PushTests(GradedMoodle graded) : IClassFixture<GradedMoodle>
{
    private FakeMoodle Moodle => graded.Moodle;

    [Fact]
    public async Task What_was_fetched_comes_to_the_same_marks_and_files_as_what_is_uploaded()
    {
        await graded.ResetAsync();
        var uploaded = await CourseSetup.CreateAsync(graded.Course.Course.Browser, "By hand");
        await uploaded.UploadAsync();
        await uploaded.GradeAsync();

        await using var context = await graded.Course.Service.OpenAsync();
        var results = await context.Assessments.Include(a => a.Submission).Where(a => !a.Submission!.IsWithdrawn).ToListAsync();
        var byInput = results.GroupBy(a => a.Submission!.InputId).Select(g => g.OrderBy(a => a.Submission!.HandInKey)
            .Select(a => (a.Submission!.HandInKey, a.Submission.Name, a.Submission.ContentHash, a.Status, a.Points, a.PdfHash,
                a.FeedbackHash))
            .ToList()).ToList();
        Assert.Equal(2, byInput.Count);
        Assert.Equal(12, byInput[0].Count);
        Assert.Equal(byInput[0], byInput[1]);
    }

    [Fact]
    public async Task Nothing_is_sent_before_a_person_says_so_and_then_it_is_read_back_and_not_sent_twice()
    {
        await graded.ResetAsync();

        var compared = await graded.CompareAsync();
        Assert.Equal(0, Moodle.Count("mod_assign_save_grade") + Moodle.Count("upload"));
        var sent = await graded.SendAsync();
        var (writes, page) = (Moodle.Count("mod_assign_save_grade"), MoodleCourse.Words(await graded.Course.SettleAsync()));
        var again = await graded.CompareAsync();
        await graded.SendAsync();

        Assert.Equal(12, compared.Count);
        var planned = compared.Count(r => r.State == MoodleReceiptState.Planned);
        Assert.True(planned >= 3);
        Assert.Equal(planned, sent.Count(r => r.State == MoodleReceiptState.Confirmed));
        Assert.Contains($"{planned} sent and confirmed, 0 refused by Moodle", page, StringComparison.Ordinal);
        Assert.Equal(planned, writes);
        Assert.Equal(planned, again.Count(r => r.State == MoodleReceiptState.Same));
        Assert.Equal(writes, Moodle.Count("mod_assign_save_grade"));
        await MoodleHoldsAsync(sent);
    }

    [Fact]
    public async Task What_needs_a_person_never_goes_out()
    {
        await graded.ResetAsync();
        await graded.CompareAsync();
        var sent = await graded.SendAsync();

        await using var context = await graded.Course.Service.OpenAsync();
        var undecided = await context.Assessments
            .Where(a => a.Status == SubmissionStatus.NeedsReview || a.Status == SubmissionStatus.Unreadable)
            .Select(a => a.SubmissionId).ToListAsync();
        var held = sent.Where(r => undecided.Contains(r.SubmissionId)).ToList();
        Assert.NotEmpty(held);
        Assert.All(held, r => Assert.Equal(MoodleReceiptState.Blocked, r.State));
        Assert.All(held, r => Assert.False(Moodle.Assignment.Student(r.ParticipantNumber).HasRecord));
    }

    [Fact]
    public async Task A_grade_or_a_comment_that_others_gave_is_replaced_only_where_it_is_ticked()
    {
        await graded.ResetAsync();
        var planned = Planned(await graded.CompareAsync());
        var (grade, comment, ticked) = (Student(planned[0]), Student(planned[1]), Student(planned[2]));
        (grade.HasRecord, grade.Grade) = (true, 3.25m);
        (comment.HasRecord, comment.Comment) = (true, "<p>Well done</p>");
        (ticked.HasRecord, ticked.Grade) = (true, 1);

        var stale = await graded.SendAsync();
        Assert.All(planned.Take(3), r => Assert.Equal(MoodleReceiptState.Conflict, stale.Single(s => s.Id == r.Id).State));
        var compared = await graded.CompareAsync();
        var conflicts = compared.Where(r => r.State == MoodleReceiptState.Conflict).ToList();
        await graded.SendAsync(conflicts.Single(r => r.ParticipantNumber == ticked.Participant).Id);

        Assert.Equal(planned.Take(3).Select(r => r.ParticipantNumber), conflicts.Select(r => r.ParticipantNumber));
        Assert.Equal((3.25m, ""), (grade.Grade, grade.Comment));
        Assert.Equal((null, "<p>Well done</p>"), (comment.Grade, comment.Comment));
        Assert.Equal(planned[2].Grade, ticked.Grade);
    }

    [Fact]
    public async Task A_mark_that_changes_in_Moodle_between_tick_and_sending_is_not_replaced()
    {
        await graded.ResetAsync();
        var student = Student(Planned(await graded.CompareAsync())[0]);
        (student.HasRecord, student.Grade) = (true, 1);
        var conflict = (await graded.CompareAsync()).Single(r => r.State == MoodleReceiptState.Conflict);
        student.Grade = 2;

        await graded.SendAsync(conflict.Id);

        Assert.Equal(2, student.Grade);
    }

    [Fact]
    public async Task Whoever_handed_in_again_or_has_another_attempt_waits()
    {
        await graded.ResetAsync();
        var planned = Planned(await graded.CompareAsync());
        var (again, reopened) = (Student(planned[0]), Student(planned[1]));
        var (time, status) = (again.Submission.Time, reopened.Submission.Status);
        again.Submission.Time += 60;
        (reopened.Submission.Status, reopened.Submission.Attempt) = ("reopened", 1);

        var sent = await graded.SendAsync();

        (again.Submission.Time, reopened.Submission.Status, reopened.Submission.Attempt) = (time, status, 0);
        Assert.All(planned.Take(2), r => Assert.Equal(MoodleReceiptState.Blocked, sent.Single(s => s.Id == r.Id).State));
        Assert.False(again.HasRecord || reopened.HasRecord);
    }

    [Fact]
    public async Task A_push_that_is_cut_off_goes_on_and_ends_as_if_it_had_not_been()
    {
        await graded.ResetAsync();
        var planned = (await graded.CompareAsync()).Count(r => r.State == MoodleReceiptState.Planned);
        var writes = 0;
        // The token is taken away right after the second grade was stored, before it is read back.
        Moodle.Interfere = call =>
        {
            if (call == "mod_assign_save_grade" && ++writes == 2)
                Moodle.Interfere = _ => Task.FromResult<IResult?>(
                    FakeMoodle.Fault("core\\exception\\moodle_exception", "invalidtoken", "Invalid token"));
            return Task.FromResult<IResult?>(null);
        };

        await graded.SendAsync();
        var stuck = await graded.Course.LastAsync();
        Moodle.Interfere = _ => Task.FromResult<IResult?>(null);
        await graded.Course.Course.Browser.SubmitAsync(graded.Course.Page, "/resume");
        await graded.Course.SettleAsync();
        var sent = await graded.ReceiptsAsync();

        Assert.Equal(MoodleTransferState.Failed, stuck.State);
        Assert.Contains("Security keys", stuck.Outcome!.English, StringComparison.Ordinal);
        Assert.Equal(planned, sent.Count(r => r.State == MoodleReceiptState.Confirmed));
        // Only what may or may not have arrived is sent once more.
        Assert.Equal(planned + 1, Moodle.Count("mod_assign_save_grade"));
        await MoodleHoldsAsync(sent);
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_looked_up_and_a_busy_Moodle_is_waited_for()
    {
        await graded.ResetAsync();
        var planned = (await graded.CompareAsync()).Count(r => r.State == MoodleReceiptState.Planned);
        var (writes, lost) = (0, false);
        Moodle.Interfere = call => Task.FromResult<IResult?>(call == "mod_assign_save_grade" && ++writes == 1
            ? Results.StatusCode(StatusCodes.Status429TooManyRequests)
            : null);
        Moodle.After = call => Task.FromResult<IResult?>(call == "mod_assign_save_grade" && !lost && (lost = true)
            ? Results.StatusCode(StatusCodes.Status502BadGateway)
            : null);

        var sent = await graded.SendAsync();
        Moodle.After = _ => Task.FromResult<IResult?>(null);

        Assert.Equal(planned, sent.Count(r => r.State == MoodleReceiptState.Confirmed));
        // One was told to wait, none was sent again because its answer was lost.
        Assert.Equal(planned + 1, Moodle.Count("mod_assign_save_grade"));
    }

    [Fact]
    public async Task A_grade_that_Moodle_answers_to_but_does_not_take_is_refused()
    {
        await graded.ResetAsync();
        var marked = (await graded.CompareAsync()).First(r => r is { State: MoodleReceiptState.Planned, Grade: not null });
        Student(marked).IsLocked = true;

        var sent = (await graded.SendAsync()).Single(r => r.Id == marked.Id);

        Assert.Equal(MoodleReceiptState.Refused, sent.State);
        Assert.Contains("locked or overridden", sent.Reason!.English, StringComparison.Ordinal);
        Assert.Null(sent.GradeInMoodle);
    }

    [Fact]
    public async Task Other_feedback_files_are_not_deleted()
    {
        await graded.ResetAsync();
        var student = Student(Planned(await graded.CompareAsync())[0]);
        student.HasRecord = true;
        student.Feedback["annotated.pdf"] = [1];

        await graded.CompareAsync();
        var sent = (await graded.SendAsync()).Single(r => r.ParticipantNumber == student.Participant);

        Assert.Equal((MoodleReceiptState.Confirmed, false), (sent.State, sent.SendsFile));
        Assert.Equal(["annotated.pdf"], student.Feedback.Keys);
        Assert.Contains("would delete", sent.Reason!.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Moodle_takes_no_comments_or_files_only_the_grade_goes()
    {
        await graded.ResetAsync();
        (Moodle.Assignment.HasComments, Moodle.Assignment.HasFiles) = (false, false);

        var sent = await SendAllAsync();

        Assert.All(sent.Where(r => r.State == MoodleReceiptState.Confirmed), r => Assert.Equal(r.Grade, Student(r).Grade));
        Assert.Contains(sent, r => r.State == MoodleReceiptState.Confirmed);
        Assert.Equal(0, Moodle.Count("upload"));
    }

    [Fact]
    public async Task Before_the_release_in_Moodle_the_grade_alone_is_confirmed_and_what_is_hidden_is_not_touched_unasked()
    {
        await graded.ResetAsync();
        Moodle.Assignment.HasWorkflow = true;
        var touched = Student(Planned(await graded.CompareAsync())[0]);
        touched.HasRecord = true;

        var compared = await graded.CompareAsync();
        var sent = await graded.SendAsync();
        var again = await graded.CompareAsync();
        Moodle.Assignment.HasWorkflow = false;

        Assert.Equal(touched.Participant, Assert.Single(compared, r => r.State == MoodleReceiptState.Conflict).ParticipantNumber);
        Assert.Null(touched.Grade);
        var confirmed = sent.Where(r => r.State == MoodleReceiptState.Confirmed).ToList();
        Assert.Equal(compared.Count(r => r.State == MoodleReceiptState.Planned), confirmed.Count);
        Assert.All(confirmed, r => Assert.Contains("once they are released", r.Reason!.English, StringComparison.Ordinal));
        Assert.Equal(confirmed.Select(r => r.ParticipantNumber),
            again.Where(r => r.State == MoodleReceiptState.Same).Select(r => r.ParticipantNumber));
    }

    [Fact]
    public async Task Another_maximum_in_Moodle_stops_everything()
    {
        await graded.ResetAsync();
        Moodle.Assignment.Maximum = 100;

        await graded.CompareAsync();
        var transfer = await graded.Course.LastAsync();

        Assert.Equal(MoodleTransferState.Failed, transfer.State);
        Assert.Contains("maximum grade", transfer.Outcome!.English, StringComparison.Ordinal);
        Assert.Equal(0, Moodle.Count("mod_assign_save_grade"));
    }

    [Fact]
    public async Task Receipts_are_a_table_audited_and_in_no_log()
    {
        await graded.ResetAsync();
        var sent = await SendAllAsync();
        var transfer = await graded.Course.LastAsync();

        var table = await graded.Course.Course.Browser.GetAsync($"{graded.Course.Page}/transfers/{transfer.Id}/receipts.csv");

        Assert.Equal("text/csv", table.Response.Content.Headers.ContentType?.MediaType);
        Assert.All(sent, r => Assert.Contains($"{r.ParticipantNumber},{r.Name},{r.State}", table.Text, StringComparison.Ordinal));
        await using var context = await graded.Course.Service.OpenAsync();
        var audit = await context.Audit.Where(a => a.Subject == transfer.Id.ToString()).Select(a => a.Action).ToListAsync();
        Assert.Equal(["moodle.push", "moodle.push.start"], audit.Order());
        var logs = graded.Course.Service.Logs.AtLeast(LogLevel.Information).ToList();
        Assert.All(Moodle.Assignment.Students, s => Assert.DoesNotContain(logs, l => l.Contains(s.Name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_teams_result_goes_to_every_member()
    {
        await using var course = await MoodleCourse.StartAsync(FakeAssignment.From(
            TestData.Path("moodle", "variants", "team", "submissions-folders.zip"),
            TestData.Path("moodle", "variants", "team", "worksheet.csv"), new DateTime(2026, 11, 22, 23, 59, 0)));
        await course.FetchAsync();
        await course.Course.GradeAsync();
        await course.Course.Browser.SubmitAsync(course.Page, "moodle/compare");
        var page = await course.SettleAsync();
        await course.Course.Browser.SubmitAsync(page, "/approve");
        await course.SettleAsync();

        // Dummy hand-ins: whatever is refused is told to all members alike, and nobody else.
        var students = course.Moodle.Assignment.Students;
        Assert.All(students, s => Assert.Equal(s.Submission.Files.Count > 0, s.Comment.Length > 0));
        Assert.All(students.GroupBy(s => s.Group), team => Assert.Single(team.Select(s => s.Comment).Distinct()));
        Assert.All(students, s => Assert.Null(s.Grade));
        Assert.True(course.Moodle.Count("mod_assign_save_grade") > 5);
    }

    private static List<MoodleReceipt> Planned(IEnumerable<MoodleReceipt> receipts) =>
        [.. receipts.Where(r => r is { State: MoodleReceiptState.Planned, Grade: not null })];

    private FakeStudent Student(MoodleReceipt receipt) => Moodle.Assignment.Student(receipt.ParticipantNumber);

    private async Task<IReadOnlyList<MoodleReceipt>> SendAllAsync()
    {
        await graded.CompareAsync();
        return await graded.SendAsync();
    }

    /// <summary>Grade, comment and file in Moodle are those of the results, and of the worksheet for the upload by hand.</summary>
    private async Task MoodleHoldsAsync(IEnumerable<MoodleReceipt> receipts)
    {
        await using var context = await graded.Course.Service.OpenAsync();
        var artifacts = graded.Course.Service.Get<Database>().Artifacts;
        var run = await context.Runs.OrderBy(r => r.StartedAt).FirstAsync();
        var path = graded.Course.Service.Get<AutoGrader.Application.Outlets.PrepareRelease>().PathOf(run.Id, "worksheet.csv")!;
        var worksheet = GradingWorksheet.Read(path).Rows.ToDictionary(r => r.ParticipantNumber);
        foreach (var receipt in receipts.Where(r => r.State == MoodleReceiptState.Confirmed))
        {
            var student = Student(receipt);
            Assert.Equal(worksheet[receipt.ParticipantNumber].GradeNumber, student.Grade);
            Assert.Equal(worksheet[receipt.ParticipantNumber].Comment, student.Comment);
            Assert.Equal(artifacts.Get(receipt.FeedbackHash!), student.Feedback["feedback-ivu-sheet-05.pdf"]);
        }
        var untouched = Moodle.Assignment.Students.Select(s => s.Participant)
            .Except(receipts.Where(r => r.State == MoodleReceiptState.Confirmed).Select(r => r.ParticipantNumber));
        Assert.All(untouched, number => Assert.False(Moodle.Assignment.Student(number).HasRecord));
    }
}
