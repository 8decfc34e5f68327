using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>Notes of tutors at the desk, in the queue, beside a submission and by the API; and nowhere for students.</summary>
public sealed partial class NoteTests(GradedCourse graded) : IClassFixture<GradedCourse>
{
    private const string Text = "Is <b>this</b> \"transposed\"?";
    private static readonly string Encoded = WebUtility.HtmlEncode(Text);

    [Fact]
    public async Task A_note_at_the_desk_is_seen_by_another_tutor_in_the_queue_at_the_case_and_beside_the_submission()
    {
        var course = graded.Course;
        using var grace = await JoinAsync("Tutor", "Grace");
        var queue = await course.Browser.GetAsync(course.Assignment + "/review");
        Assert.DoesNotContain("1 note<", queue.Text, StringComparison.Ordinal);
        var address = Case().Match(queue.Text).Value;

        var noted = await course.Browser.SubmitAsync(address, "Note it", ("Text", Text));

        Assert.Equal(address, noted.Address.AbsolutePath);
        Assert.Contains("Noted.", noted.Text, StringComparison.Ordinal);
        Assert.Contains("1 note<", (await grace.GetAsync(course.Assignment + "/review")).Text, StringComparison.Ordinal);
        var list = await grace.GetAsync(course.Assignment + "/notes?show=open");
        Assert.Contains(Encoded, list.Text, StringComparison.Ordinal);
        Assert.Contains($"\"{address}\"", list.Text, StringComparison.Ordinal);
        var seen = await grace.GetAsync(address);
        Assert.Contains(Encoded, seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Text, seen.Text, StringComparison.Ordinal);
        // A tutor neither changes nor deletes what another wrote, whatever they send.
        Assert.DoesNotContain("/delete\"", seen.Text, StringComparison.Ordinal);
        var delete = Delete().Match(noted.Text).Groups[1].Value;
        var own = await grace.SubmitAsync(seen, "Note it", ("Text", "I think so."));
        var forged = own.Text.Replace(Delete().Match(own.Text).Groups[1].Value, delete, StringComparison.Ordinal);
        Assert.Contains("author alone", (await grace.SubmitAsync(own with { Text = forged }, "/delete")).Text, StringComparison.Ordinal);

        Guid submission;
        await using (var context = await graded.Service.OpenAsync())
            submission = (await context.ReviewNotes.FirstAsync(n => n.Text == Text)).SubmissionId;
        var beside = $"{course.Assignment}/submissions/{submission}";
        Assert.Contains(Encoded, (await grace.GetAsync(beside)).Text, StringComparison.Ordinal);
        // An instructor deletes another's, its author changes their own.
        var page = await course.Browser.GetAsync(beside);
        var changed = await course.Browser.SubmitAsync(page, "/change", ("Text", "Settled."));
        Assert.Contains("Settled.", changed.Text, StringComparison.Ordinal);
        Assert.EndsWith(beside, changed.Address.AbsolutePath, StringComparison.Ordinal);
        await course.Browser.SubmitAsync(changed, "/delete");
        await course.Browser.SubmitAsync(beside, "/delete");
        Assert.Contains("No notes.", (await course.Browser.GetAsync(course.Assignment + "/notes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_of_which_nothing_was_read_can_be_noted_on()
    {
        var course = graded.Course;
        Guid scan;
        await using (var context = await graded.Service.OpenAsync())
        {
            var unread = context.Assessments.Where(a => a.PdfHash != null && a.Points == null).OrderBy(a => a.Id);
            scan = (await unread.FirstAsync()).SubmissionId;
        }
        var address = $"{course.Assignment}/submissions/{scan}";

        var noted = await course.Browser.SubmitAsync(address, "Note it", ("Criterion", "3.4b"), ("Text", "Photo is legible."));

        Assert.EndsWith(address, noted.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Photo is legible.", noted.Text, StringComparison.Ordinal);
        var after = await course.Browser.SubmitAsync(noted, "/delete");
        Assert.DoesNotContain("Photo is legible.", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_students_get_holds_no_note()
    {
        var course = graded.Course;
        using var student = await JoinAsync("Student", "Stella");
        Guid submission, run;
        await using (var context = await graded.Service.OpenAsync())
        {
            run = (await context.Runs.SingleAsync()).Id;
            submission = (await context.Assessments.Where(a => a.FeedbackHash != null).OrderBy(a => a.Id).FirstAsync()).SubmissionId;
        }
        using var api = await ApiTests.ClientAsync(graded.Service, course.Browser);
        var address = $"/api{course.Assignment}/runs/{run}";
        var written = await api.PostAsJsonAsync(address + "/notes", new { submissionId = submission, criterionId = "3.4a", text = Secret });
        written.EnsureSuccessStatusCode();

        var released = await course.Browser.SubmitAsync(course.Assignment + "/release", "/release");
        Assert.Equal(HttpStatusCode.OK, released.Status);
        foreach (var file in new[] { "assessments.json", "worksheet.csv", "grades.csv", "review.csv" })
            Assert.DoesNotContain(Secret, await api.GetStringAsync($"{address}/release/{file}"), StringComparison.Ordinal);
        using var feedback = new ZipArchive(
            new MemoryStream(await api.GetByteArrayAsync($"{address}/release/feedback.zip")));
        Assert.NotEmpty(feedback.Entries);
        foreach (var entry in feedback.Entries)
        {
            using var content = new MemoryStream();
            using (var packed = entry.Open())
                await packed.CopyToAsync(content);
            using var pdf = PdfDocument.Open(content.ToArray());
            Assert.All(pdf.GetPages(), p => Assert.DoesNotContain(Secret, p.Text, StringComparison.Ordinal));
        }
        foreach (var page in new[] { "/notes", "/review", "/submissions", $"/submissions/{submission}" })
            Assert.Equal(HttpStatusCode.Forbidden, (await student.Client.GetAsync(course.Assignment + page)).StatusCode);
        using var own = await ApiTests.ClientAsync(graded.Service, student);
        Assert.Equal(HttpStatusCode.Forbidden, (await own.GetAsync(address + "/notes")).StatusCode);
        var note = (await written.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("noteId").GetString();
        Assert.Equal(HttpStatusCode.OK, (await api.DeleteAsync($"{address}/notes/{note}")).StatusCode);
    }

    [Fact]
    public async Task A_program_lists_writes_changes_and_deletes_notes_of_its_course_alone()
    {
        var course = graded.Course;
        Guid submission, run;
        await using (var context = await graded.Service.OpenAsync())
        {
            run = (await context.Runs.SingleAsync()).Id;
            submission = (await context.Submissions.OrderBy(s => s.Id).FirstAsync()).Id;
        }
        using var api = await ApiTests.ClientAsync(graded.Service, course.Browser);
        var notes = $"/api{course.Assignment}/runs/{run}/notes";

        var written = await api.PostAsJsonAsync(notes, new { submissionId = submission, criterionId = "1.1a", text = Text });
        var id = (await written.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("noteId").GetString();
        var listed = await api.GetFromJsonAsync<JsonElement>(notes + "?question=1.1");
        Assert.Equal(Text, Assert.Single(listed.EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await api.PostAsJsonAsync(notes, new { submissionId = submission, criterionId = "1.1a", text = " " })).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await api.PostAsJsonAsync(notes, new { submissionId = submission, criterionId = "9.9a", text = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.PutAsJsonAsync($"{notes}/{id}", new { text = "Other." })).StatusCode);
        var foreign = await NoteElsewhereAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await api.DeleteAsync($"{notes}/{foreign}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await api.DeleteAsync($"{notes}/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.DeleteAsync($"{notes}/{id}")).StatusCode);
        Assert.DoesNotContain("Other.", await api.GetStringAsync(notes), StringComparison.Ordinal);
    }

    // A note on a hand-in that no assignment of this course has.
    private async Task<Guid> NoteElsewhereAsync()
    {
        await using var context = await graded.Service.OpenAsync();
        var input = new GradingInput { Id = Guid.CreateVersion7(), Location = "/elsewhere", FirstSeenAt = DateTime.UtcNow };
        var submission = new Submission { Id = Guid.CreateVersion7(), InputId = input.Id, HandInKey = "1", ContentHash = "0" };
        context.AddRange(input, submission);
        var note = new ReviewNote
        {
            Id = Guid.CreateVersion7(),
            SubmissionId = submission.Id,
            RubricId = "r",
            QuestionId = "1.1",
            CriterionId = "1.1a",
            ContentHash = "0",
            Text = "x",
            By = "y",
            WrittenAt = DateTime.UtcNow,
        };
        context.Add(note);
        await context.SaveChangesAsync();
        return note.Id;
    }

    private const string Secret = "Nobody outside reads this";

    private async Task<Browser> JoinAsync(string role, string name)
    {
        var browser = graded.Service.OpenBrowser();
        await browser.RegisterAsync(await graded.Course.InviteAsync(role), name);
        return browser;
    }

    [GeneratedRegex("/courses/[^\"]*/review/[0-9a-f]{16}")]
    private static partial Regex Case();

    [GeneratedRegex("""action="([^"]*/notes/[^"]*/delete)""")]
    private static partial Regex Delete();
}
