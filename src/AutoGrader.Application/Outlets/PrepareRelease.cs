using System.Globalization;
using System.Text.Json;
using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Core;
using AutoGrader.Core.Grading;

namespace AutoGrader.Application.Outlets;

/// <summary>The files of a release.</summary>
/// <param name="MadeAt">When they were made (UTC).</param>
/// <param name="MadeBy">Who had them made.</param>
/// <param name="Rubric">The rubric version that they follow.</param>
/// <param name="Engine">The engine that the program had.</param>
/// <param name="Remarks">What the tutor should know, a sentence each.</param>
public sealed record Release(DateTime MadeAt, string MadeBy, string Rubric, int Engine, IReadOnlyList<string> Remarks)
{
    /// <summary>The engines that judged, more than one where results were made before an update; <c>null</c> in old descriptions.</summary>
    public IReadOnlyList<int>? Engines { get; init; }

    /// <summary>Names all marks that the files hold; <c>null</c> in old descriptions.</summary>
    public string? Results { get; init; }
}

/// <summary>What became of making the files.</summary>
/// <param name="Release">The files; <c>null</c> where none were made.</param>
/// <param name="Problem">Why none were made; <c>null</c> where they were.</param>
/// <param name="CountingRunId">The run whose results count instead; <c>null</c> where there is none, or the files were made.</param>
public sealed record ReleaseResult(Release? Release, LocalizedText? Problem = null, Guid? CountingRunId = null);

/// <summary>Makes the files that go back to Moodle, in a folder of the data directory that each making replaces.</summary>
public sealed class PrepareRelease
{
    private const string Description = "release.json";

    private static readonly LocalizedText CountsNoLonger = new(
        "This run's results do not count: another rubric version is pinned. Make the files of the run that counts.",
        "Die Ergebnisse dieses Laufs gelten nicht: Eine andere Fassung ist festgelegt. Erzeugen Sie die Dateien des Laufs, der gilt.");

    private readonly Database _database;
    private readonly OpenRuns _runs;
    private readonly SettleRun _settle;
    private readonly WriteOutlets _outlets;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _clock;

    internal PrepareRelease(
        Database database, OpenRuns runs, SettleRun settle, WriteOutlets outlets, AuditTrail audit, TimeProvider clock) =>
        (_database, _runs, _settle, _outlets, _audit, _clock) = (database, runs, settle, outlets, audit, clock);

    /// <summary>The files that can be downloaded: first those that Moodle takes, in the order in which it wants them.</summary>
    public static IReadOnlyList<string> Files { get; } =
        ["worksheet.csv", "feedback.zip", "summary.pdf", "grades.csv", "review.csv", "assessments.json"];

    /// <summary>
    /// Makes the files of a run whose results count. Feedback that decisions have made stale is made anew first.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<ReleaseResult> ExecuteAsync(Guid runId, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        if (!await context.CountsAsync(run, cancellationToken))
            return new ReleaseResult(null, CountsNoLonger, await context.CountingRunAsync(run.InputId, cancellationToken));
        // Also what follows from all together, such as a number that two carry.
        using (var open = await _runs.OpenAsync(runId, cancellationToken))
            await _settle.SettleAsync(open.Context, runId, cancellationToken);
        var written = await _outlets.ExecuteAsync(new OutletRequest(runId, FolderOf(runId), run.Language), cancellationToken);
        var results = await ReleasedResults.ReadAsync(context, runId, cancellationToken);
        var release = new Release(_clock.GetUtcNow().UtcDateTime, actor, run.RubricHash, SubmissionGrader.EngineVersion, written.Remarks)
        {
            Engines = results.Engines,
            Results = results.Name,
        };
        OutputFile.Write(Path.Combine(FolderOf(runId), Description), JsonSerializer.SerializeToUtf8Bytes(release));
        _audit.Add(context, actor, "release.prepare", runId.ToString(),
            string.Create(CultureInfo.InvariantCulture, $"{run.RubricHash[..12]} engine {string.Join(", ", results.Engines)}"));
        await context.SaveChangesAsync(cancellationToken);
        return new ReleaseResult(release);
    }

    /// <summary>The release made last; <c>null</c> where none was.</summary>
    public async Task<Release?> FindAsync(Guid runId, CancellationToken cancellationToken = default)
    {
        var path = Path.Combine(FolderOf(runId), Description);
        if (!File.Exists(path))
            return null;
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<Release>(file, cancellationToken: cancellationToken);
    }

    /// <summary>The path of one of <see cref="Files"/>; <c>null</c> where it is none of them or was not made.</summary>
    public string? PathOf(Guid runId, string name)
    {
        var path = Files.Contains(name) ? Path.Combine(FolderOf(runId), name) : null;
        return File.Exists(path) ? path : null;
    }

    private string FolderOf(Guid runId) => Path.Combine(_database.DataDirectory, "releases", runId.ToString());
}
