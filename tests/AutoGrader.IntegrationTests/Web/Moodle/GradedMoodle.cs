using AutoGrader.Application.Data.Moodle;
using AutoGrader.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Web.Moodle;

/// <summary>A course connected with a fake Moodle whose samples are fetched and graded, once for all tests of what goes back.</summary>
public sealed class GradedMoodle : IAsyncLifetime
{
    internal MoodleCourse Course { get; private set; } = null!;

    internal FakeMoodle Moodle => Course.Moodle;

    public async ValueTask InitializeAsync()
    {
        Course = await MoodleCourse.StartAsync(FakeAssignment.From(
            TestData.InRepository("samples", "submissions.zip"), TestData.InRepository("samples", "worksheet.csv")));
        await Course.FetchAsync();
        await Course.Course.GradeAsync();
    }

    public ValueTask DisposeAsync() => Course.DisposeAsync();

    /// <summary>Moodle as it was before anything was sent, and nothing known of it here.</summary>
    internal async Task ResetAsync()
    {
        Moodle.Interfere = _ => Task.FromResult<IResult?>(null);
        Moodle.Calls.Clear();
        (Moodle.Assignment.Maximum, Moodle.Assignment.HasComments, Moodle.Assignment.HasFiles) = (20, true, true);
        foreach (var student in Moodle.Assignment.Students)
        {
            (student.HasRecord, student.IsLocked, student.Grade, student.Comment) = (false, false, null, "");
            student.Feedback.Clear();
        }
        await using var context = await Course.Service.OpenAsync();
        await context.MoodleTransfers.ExecuteDeleteAsync();
    }

    internal async Task<IReadOnlyList<MoodleReceipt>> CompareAsync()
    {
        await Course.Course.Browser.SubmitAsync(Course.Page, "moodle/compare");
        await Course.SettleAsync();
        return await ReceiptsAsync();
    }

    internal async Task<IReadOnlyList<MoodleReceipt>> SendAsync(params Guid[] replaced)
    {
        var page = await Course.Course.Browser.GetAsync(Course.Page);
        await Course.Course.Browser.SubmitAsync(page, "/approve", [.. replaced.Select(id => ("replace", id.ToString()))]);
        await Course.SettleAsync();
        return await ReceiptsAsync();
    }

    internal async Task<IReadOnlyList<MoodleReceipt>> ReceiptsAsync()
    {
        var last = await Course.LastAsync();
        await using var context = await Course.Service.OpenAsync();
        return await context.MoodleReceipts.Where(r => r.TransferId == last.Id).OrderBy(r => r.ParticipantNumber).ToListAsync();
    }
}
