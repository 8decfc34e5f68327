using System.Diagnostics;
using System.Globalization;
using AutoGrader.Application.Courses;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Application.Runs;
using AutoGrader.Benchmarks.Robustness;
using AutoGrader.Cli.Hosting;
using AutoGrader.Testing;
using AutoGrader.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Benchmarks.Review;

/// <summary>
/// How long tutors wait at the desk who work through one queue at the same time, over HTTP, by kind of request. Where the data directory
/// holds no assignment yet, hand-ins are graded there first. Five tutors with half a second of thought between two acts.
/// </summary>
internal static class TutorsReport
{
    private const int Tutors = 5;
    private const int HandIns = 1000;

    public static async Task RunAsync(string data, int decisions, TextWriter output)
    {
        await using var service = await StartAsync(Path.GetFullPath(data));
        var address = await AssignmentAsync(service, output);
        var names = await Task.WhenAll(Enumerable.Range(0, Tutors).Select(i => AddTutorAsync(service.Services, address.Course, i)));
        // The service reads the open items when it starts; nobody waits for that here.
        await service.Services.GetRequiredService<ListReview>().ExecuteAsync(address.Run);
        var load = Load();
        var times = new RequestTimes();
        var conflicts = await Task.WhenAll(names.Select(async (name, i) =>
        {
            using var tutor = new TutorSession(new Uri(service.Urls.First()), address.Path, times, new Random(i));
            await tutor.SignInAsync(name);
            return await tutor.DecideAsync(decisions);
        }));
        times.Print(output);
        output.WriteLine($"refused because another had decided: {conflicts.Sum()} of {Tutors * decisions}");
        output.WriteLine($"load of the machine: {load} before, {Load()} after");
        await service.StopAsync();
    }

    private static async Task<WebApplication> StartAsync(string data)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["AutoGrader:Web:RubricDirectory"] = Path.Combine(data, "none"),
            ["AutoGrader:Web:RequestsPerMinute"] = "1000000",
            ["AutoGrader:Web:SignInsPerMinute"] = "1000000",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:AutoGrader"] = "Warning",
        }).Build();
        var service = WebService.Build(
            configuration, services => CommandServices.AddUseCases(services, configuration, data), TextWriter.Null);
        await service.StartAsync();
        return service;
    }

    private static async Task<(Guid Course, Guid Run, string Path)> AssignmentAsync(WebApplication service, TextWriter output)
    {
        var found = await FindAsync(service.Services);
        if (found is null)
        {
            await GradeAsync(service.Services, output);
            found = await FindAsync(service.Services);
        }
        await using var context = await service.Services.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
        var run = await context.Runs.SingleAsync(r => r.Input!.AssignmentId == found!.Id && r.RubricHash == found.RubricHash);
        return (found!.CourseId, run.Id, $"/courses/{found.CourseId}/assignments/{found.Id}");
    }

    private static async Task<Assignment?> FindAsync(IServiceProvider services)
    {
        await using var context = await services.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
        return await context.Assignments.AsNoTracking().OrderBy(a => a.Id).LastOrDefaultAsync();
    }

    private static async Task GradeAsync(IServiceProvider services, TextWriter output)
    {
        var assignment = await ServiceReport.AssignmentAsync(services);
        var export = Path.GetTempFileName();
        EnlargedExport.Write(TestData.Path("corpus", "moodle-export", "submissions-folders.zip"), HandIns, export);
        await using (var content = File.OpenRead(export))
            await services.GetRequiredService<ReceiveUpload>().ExecuteAsync(assignment, "export.zip", content, "benchmark");
        File.Delete(export);
        var run = (await services.GetRequiredService<StartRun>().ExecuteAsync(assignment, "benchmark")).RunId!.Value;
        var watch = Stopwatch.StartNew();
        while ((await services.GetRequiredService<ReadRunProgress>().ExecuteAsync(run))!.FinishedAt is null)
            await Task.Delay(500);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{HandIns} hand-ins graded in {watch.Elapsed.TotalSeconds:0} s"));
    }

    private static async Task<string> AddTutorAsync(IServiceProvider services, Guid course, int number)
    {
        await using var scope = services.CreateAsyncScope();
        var name = string.Create(CultureInfo.InvariantCulture, $"tutor{number}@example.org");
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        if (await people.FindByNameAsync(name) is not null)
            return name;
        var person = new Person { Id = Guid.CreateVersion7(), UserName = name, Email = name, DisplayName = $"Tutor {number}" };
        var made = await people.CreateAsync(person, TutorSession.Password);
        if (!made.Succeeded)
            throw new InvalidOperationException(made.ToString());
        await using var context = await services.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
        context.CourseMembers.Add(new CourseMember
        {
            CourseId = course,
            PersonId = person.Id,
            Role = CourseRole.Tutor,
            JoinedAt = DateTime.UtcNow,
        });
        await context.SaveChangesAsync();
        return name;
    }

    private static string Load() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
