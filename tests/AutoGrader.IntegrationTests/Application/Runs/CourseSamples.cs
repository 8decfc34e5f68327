using AutoGrader.Application.Courses;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Jobs;
using AutoGrader.Application.Outlets;
using AutoGrader.Application.Rubrics;
using AutoGrader.Application.Runs;
using AutoGrader.Core.Grading.Learning;

namespace AutoGrader.IntegrationTests.Application.Runs;

/// <summary>A course of an installation with one assignment, worked on as the service does.</summary>
internal sealed class CourseSamples
{
    private readonly Installation _installation;

    private CourseSamples(Installation installation, Guid courseId, Guid assignmentId)
    {
        _installation = installation;
        CourseId = courseId;
        AssignmentId = assignmentId;
    }

    public const string Actor = "tutor@example.org";

    public Guid CourseId { get; }

    public Guid AssignmentId { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<CourseSamples> CreateAsync(Installation installation)
    {
        var person = new Person { Id = Guid.CreateVersion7(), UserName = Actor, DisplayName = "Tutor" };
        await using (var context = await installation.OpenAsync())
        {
            context.Users.Add(person);
            await context.EnsureRubricAsync(Installation.Rubric, GradedAnswerSet.Empty, DateTime.UtcNow, Cancel);
            await context.SaveChangesAsync(Cancel);
        }
        var course = await installation.Get<CreateCourse>().ExecuteAsync("IVU", person.Id, Actor, Cancel);
        return await AddAsync(installation, course);
    }

    /// <summary>A second assignment of the same course.</summary>
    public Task<CourseSamples> AnotherAsync() => AddAsync(_installation, CourseId);

    private static async Task<CourseSamples> AddAsync(Installation installation, Guid course)
    {
        var assignment = await installation.Get<CreateAssignment>()
            .ExecuteAsync(new NewAssignment(course, Installation.Rubric.Hash, new("Sheet 5")), Actor, Cancel);
        return new CourseSamples(installation, course, assignment);
    }

    /// <summary>Uploads an export and, where there is one, its worksheet.</summary>
    public async Task<ReceivedUpload> UploadAsync(string export, string? worksheet = null)
    {
        if (worksheet is not null)
        {
            await using var table = File.OpenRead(worksheet);
            Assert.Null((await _installation.Get<ReceiveWorksheet>()
                .ExecuteAsync(AssignmentId, table, File.GetLastWriteTimeUtc(worksheet), Actor, Cancel)).Problem);
        }
        await using var content = File.OpenRead(export);
        return await _installation.Get<ReceiveUpload>().ExecuteAsync(AssignmentId, Path.GetFileName(export), content, Actor, Cancel);
    }

    public Task<ReceivedUpload> UploadSamplesAsync() =>
        UploadAsync(Installation.Samples("submissions.zip"), Installation.Samples("worksheet.csv"));

    public async Task<Guid> StartAsync()
    {
        var start = await _installation.Get<StartRun>().ExecuteAsync(AssignmentId, Actor, Cancel);
        Assert.Null(start.Problem);
        return start.RunId!.Value;
    }

    /// <summary>Works until nothing waits.</summary>
    public Task WorkAsync() => _installation.Get<LedgerWorker>().ExecuteAsync(untilIdle: true, Cancel);

    /// <summary>Uploads the samples and grades them.</summary>
    public async Task<Guid> GradeSamplesAsync()
    {
        await UploadSamplesAsync();
        var run = await StartAsync();
        await WorkAsync();
        return run;
    }

    public async Task<RunProgress> ProgressAsync(Guid run) => (await _installation.Get<ReadRunProgress>().ExecuteAsync(run, Cancel))!;

    /// <summary>Writes the results of a run into a folder.</summary>
    public async Task<string> WriteAsync(Guid run)
    {
        var folder = _installation.Out();
        await _installation.Get<WriteOutlets>().ExecuteAsync(new OutletRequest(run, folder), Cancel);
        return folder;
    }
}
