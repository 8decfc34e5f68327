using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.People;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Rubrics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoGrader.Web.Hosting;

/// <summary>
/// Makes a new installation usable: the database, the rubrics that came with the program and, as long as nobody can sign in, a link for
/// the first person on the console (not in the log, which others may read).
/// </summary>
internal sealed class FirstStart(
    Database database, ImportRubric import, InvitePerson invite, IOptions<WebOptions> options, IServer server, ServiceConsole console,
    ILogger<FirstStart> logger) : IHostedLifecycleService
{
    private const string Actor = "service";

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var known = (await context.Rubrics.Select(r => r.Hash).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        foreach (var path in RubricFiles())
            await ImportAsync(path, known, cancellationToken);
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var address = Address();
        await console.Output.WriteLineAsync($"AutoGrader listens on {address}. Stop with Ctrl-C.");
        await using var context = await database.OpenAsync(cancellationToken);
        if (await context.Users.AnyAsync(cancellationToken))
            return;
        var secret = await invite.ExecuteAsync(null, CourseRole.Instructor, Actor, cancellationToken);
        await console.Output.WriteLineAsync("Nobody can sign in yet. The first instructor opens this link, which works once:");
        await console.Output.WriteLineAsync($"    {address}/invitation?secret={secret}");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<string> RubricFiles()
    {
        var folder = Path.GetFullPath(options.Value.RubricDirectory);
        if (!Directory.Exists(folder))
            folder = Path.Combine(AppContext.BaseDirectory, options.Value.RubricDirectory);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal) : [];
    }

    // A version that is stored is left alone: importing it anew would make it the latest of its id again.
    private async Task ImportAsync(string path, HashSet<string> known, CancellationToken cancellationToken)
    {
        var read = RubricReader.Read(await File.ReadAllTextAsync(path, cancellationToken), Path.GetFileName(path));
        if (read.Version is { } version && known.Contains(version.Hash))
            return;
        var imported = await import.ExecuteAsync(path, Actor, cancellationToken);
        if (imported.Version is null)
            logger.LogWarning("The rubric {File} has faults and was not imported: {Fault}", path, imported.Errors[0]);
        else
            logger.LogInformation("Imported the rubric {Rubric} ({Hash})", imported.Version.Rubric.Id, imported.Version.Hash[..12]);
    }

    private string Address()
    {
        if (options.Value.PublicAddress is { Length: > 0 } address)
            return address.TrimEnd('/');
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        return bound.Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//[::]", "//localhost", StringComparison.Ordinal).TrimEnd('/');
    }
}
