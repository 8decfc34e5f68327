using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Maintenance;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Application.Review.Notes;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application.Review;

/// <summary>Notes of tutors on answers: they belong to the answer, outlive judging anew, and go with the student's data.</summary>
public sealed class NotesTests(DeskTests.GradedReports graded) : IClassFixture<DeskTests.GradedReports>, IDisposable
{
    private readonly Installation _installation = graded.Copy();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task A_note_is_stored_with_its_audit_row_and_changes_nothing_of_what_counts()
    {
        var (submission, criterion) = await AnyAsync();
        var before = await ResultsAsync();

        var written = await WriteAsync(submission, criterion, "  Please look:\r\nis this \u0000a transpose?  ");

        Assert.Null(written.Problem);
        var note = Assert.Single(await ReadAsync());
        Assert.Equal(
            ("Please look:\nis this a transpose?", "Tutor A", criterion, submission),
            (note.Text, note.By, note.CriterionId, note.SubmissionId));
        Assert.Equal(before, await ResultsAsync());
        await using var context = await _installation.OpenAsync();
        var audit = await context.Audit.SingleAsync(a => a.Action == "note.write", Cancel);
        Assert.Equal(("Tutor A", submission.ToString()), (audit.Actor, audit.Subject));
        Assert.DoesNotContain("transpose", audit.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_author_changes_a_note_and_only_they_or_an_instructor_delete_it()
    {
        var (submission, criterion) = await AnyAsync();
        var note = (await WriteAsync(submission, criterion, "First.")).NoteId!.Value;
        var (change, delete) = (_installation.Get<ChangeNote>(), _installation.Get<DeleteNote>());

        Assert.NotNull((await change.ExecuteAsync(note, "Other.", "Tutor B", Cancel)).Problem);
        Assert.NotNull((await delete.ExecuteAsync(note, "Tutor B", CourseRole.Tutor, Cancel)).Problem);
        Assert.Equal("First.", Assert.Single(await ReadAsync()).Text);
        Assert.Null((await change.ExecuteAsync(note, "Second.", "Tutor A", Cancel)).Problem);
        var changed = Assert.Single(await ReadAsync());
        Assert.Equal("Second.", changed.Text);
        Assert.NotNull(changed.ChangedAt);
        Assert.Null((await delete.ExecuteAsync(note, "Professor", CourseRole.Instructor, Cancel)).Problem);

        Assert.Empty(await ReadAsync());
        Assert.NotNull((await delete.ExecuteAsync(note, "Tutor A", CourseRole.Tutor, Cancel)).Problem);
        await using var context = await _installation.OpenAsync();
        Assert.Equal(
            ["note.change Tutor A", "note.delete Professor", "note.write Tutor A"],
            (await context.Audit.Where(a => a.Action.StartsWith("note.")).Select(a => a.Action + " " + a.Actor).ToListAsync(Cancel))
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" \n\u0007")]
    [InlineData("long")]
    public async Task A_note_without_a_text_or_with_too_long_a_one_is_refused(string? text)
    {
        var (submission, criterion) = await AnyAsync();

        var refused = await WriteAsync(submission, criterion, text == "long" ? new string('x', NoteText.MostCharacters + 1) : text);

        Assert.NotNull(refused.Problem);
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task A_note_is_written_only_on_a_hand_in_of_the_run_and_a_criterion_of_its_rubric()
    {
        var (submission, criterion) = await AnyAsync();

        Assert.NotNull((await WriteAsync(Guid.NewGuid(), criterion, "x")).Problem);
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(submission, "9.9a", "x"));
    }

    [Fact]
    public async Task A_note_outlives_a_decision_judging_anew_and_grading_again()
    {
        var group = (await _installation.Get<ListReview>().ExecuteAsync(graded.Run, cancellationToken: Cancel)).Groups[0];
        await WriteAsync(group.Submissions[0], group.CriterionId, "Still there?");
        var shown = (await _installation.Get<ShowReview>().ExecuteAsync(graded.Run, group.Key, Cancel))!;
        await _installation.Get<DecideReview>().ExecuteAsync(new DecideRequest
        {
            RunId = graded.Run,
            CriterionId = group.CriterionId,
            Points = Points.Zero,
            By = "Tutor A",
            Items = [.. shown.Members.Select(m => new DecidedItem(m.SubmissionId, m.Version))],
        }, Cancel);
        await _installation.Get<RejudgeQuestion>().ExecuteAsync(graded.Run, group.QuestionId, "Tutor A", Cancel);

        await _installation.GradeAsync(graded.Request);

        var note = Assert.Single(await ReadAsync(group.QuestionId, [group.Submissions[0]]));
        Assert.False(note.IsOnEarlierFiles);
        Assert.Empty(await ReadAsync("9.9"));
        Assert.Empty(await ReadAsync(submissions: [Guid.NewGuid()]));
    }

    [Fact]
    public async Task A_note_on_files_that_were_replaced_says_so()
    {
        var (submission, criterion) = await AnyAsync();
        await WriteAsync(submission, criterion, "Page 2 is upside down.");
        await using (var context = await _installation.OpenAsync())
        {
            var row = await context.Submissions.SingleAsync(s => s.Id == submission, Cancel);
            row.ContentHash = new string('0', 64);
            await context.SaveChangesAsync(Cancel);
        }

        Assert.True(Assert.Single(await ReadAsync()).IsOnEarlierFiles);
    }

    [Fact]
    public async Task Notes_are_forgotten_with_the_student_and_with_the_input()
    {
        var (submission, criterion) = await AnyAsync();
        await WriteAsync(submission, criterion, "About one.");
        string participant;
        await using (var context = await _installation.OpenAsync())
        {
            participant = (await context.Submissions.SingleAsync(s => s.Id == submission, Cancel)).HandInKey;
            await WriteAsync((await context.Submissions.FirstAsync(s => s.Id != submission, Cancel)).Id, criterion, "About another.");
        }
        var input = graded.Request(new() { InputPath = "", Rubric = Installation.Rubric, Actor = "t" }).InputPath;

        await _installation.Get<Forget>().ExecuteAsync(new ForgetRequest(input, participant, "t"), Cancel);
        Assert.Equal("About another.", Assert.Single(await ReadAsync()).Text);
        await _installation.Get<Forget>().ExecuteAsync(new ForgetRequest(input, null, "t"), Cancel);

        await using var after = await _installation.OpenAsync();
        Assert.Equal(0, await after.ReviewNotes.CountAsync(Cancel));
    }

    private async Task<(Guid Submission, string Criterion)> AnyAsync()
    {
        var group = (await _installation.Get<ListReview>().ExecuteAsync(graded.Run, cancellationToken: Cancel)).Groups[0];
        return (group.Submissions[0], group.CriterionId);
    }

    private Task<NoteResult> WriteAsync(Guid submission, string criterion, string? text) =>
        _installation.Get<WriteNote>().ExecuteAsync(graded.Run, submission, criterion, text, "Tutor A", Cancel);

    private Task<IReadOnlyList<AnswerNote>> ReadAsync(string? question = null, IReadOnlyList<Guid>? submissions = null) =>
        _installation.Get<ReadNotes>().ExecuteAsync(graded.Run, question, submissions, Cancel);

    private async Task<string> ResultsAsync()
    {
        await using var context = await _installation.OpenAsync();
        var rows = await context.Assessments.OrderBy(a => a.Id).Select(a => new { a.Id, a.Points, a.Status, a.AssessedAt, a.FeedbackHash })
            .ToListAsync(Cancel);
        return string.Join('\n', rows);
    }
}
