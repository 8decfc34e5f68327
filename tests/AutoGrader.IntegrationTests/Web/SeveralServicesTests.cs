using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using AutoGrader.IntegrationTests.Application;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>Two services on one PostgreSQL database and one folder of files.</summary>
public sealed class SeveralServicesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Services_on_PostgreSQL_pull_from_the_same_queues_and_finish_a_run_once()
    {
        Assert.SkipWhen(TestDatabase.Server is null, "AUTOGRADER_TEST_POSTGRES names no server: .ci/postgres start FOLDER starts one.");
        using var database = TestDatabase.Create(isPostgres: true);
        var files = Directory.CreateTempSubdirectory("autograder-files-").FullName;
        (string, string)[] settings =
        [
            ("AutoGrader:Database", database.ConnectionString!),
            ("AutoGrader:Artifacts:Folder", files),
            ("AutoGrader:Parallel", "1"),
        ];
        await using var one = await RunningService.StartAsync(settings);
        await using var two = await RunningService.StartAsync(settings);
        // Each start makes the link for the first person anew.
        var course = await CourseSetup.FirstAsync(two);
        using var browser = course.Browser;
        await course.UploadAsync();

        await course.GradeAsync();

        // Either has a server for each lane, and both see all of them: the dashboard of one machine tells of the others.
        foreach (var service in new[] { one, two })
            Assert.Equal(4, service.Get<JobStorage>().GetMonitoringApi().Servers().Count);
        await using var context = await one.OpenAsync();
        Assert.Equal(RunState.Finished, (await context.Runs.SingleAsync(Cancel)).State);
        Assert.All(await context.JobEntries.ToListAsync(Cancel), e => Assert.Equal((JobState.Done, 1), (e.State, e.Attempt)));
        Assert.Equal(await context.Submissions.CountAsync(Cancel), await context.Assessments.CountAsync(Cancel));
    }
}
