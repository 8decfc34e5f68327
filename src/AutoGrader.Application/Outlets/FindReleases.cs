using AutoGrader.Application.Data;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Outlets;

/// <summary>A release that was made for an assignment.</summary>
/// <param name="RunId">The run whose results it holds.</param>
/// <param name="Release">The release.</param>
/// <param name="Outdated">What has changed since, a sentence each; empty where it still holds.</param>
public sealed record MadeRelease(Guid RunId, Release Release, IReadOnlyList<LocalizedText> Outdated);

/// <summary>Finds the releases of an assignment and says which are outdated, and by what.</summary>
public sealed class FindReleases(Database database, PrepareRelease prepare)
{
    /// <summary>The releases made last of each run, the latest first.</summary>
    public async Task<IReadOnlyList<MadeRelease>> ExecuteAsync(Guid assignmentId, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var pinned = await context.Assignments.Where(a => a.Id == assignmentId).Select(a => a.RubricHash).SingleAsync(cancellationToken);
        var runs = await context.Runs.AsNoTracking().Where(r => r.Input!.AssignmentId == assignmentId).ToListAsync(cancellationToken);
        var found = new List<MadeRelease>();
        foreach (var run in runs)
        {
            if (await prepare.FindAsync(run.Id, cancellationToken) is { } release)
                found.Add(new MadeRelease(run.Id, release, [.. await OutdatedAsync(context, run, release, pinned, cancellationToken)]));
        }
        return [.. found.OrderByDescending(r => r.Release.MadeAt).ThenBy(r => r.RunId)];
    }

    private static async Task<IReadOnlyList<LocalizedText>> OutdatedAsync(
        AutoGraderDbContext context, GradingRun run, Release release, string pinned, CancellationToken cancellationToken)
    {
        var outdated = new List<LocalizedText>();
        if (run.RubricHash != pinned)
        {
            outdated.Add(new(
                $"The assignment was re-marked: version {pinned[..12]} counts, these files follow version {release.Rubric[..12]}.",
                $"Die Aufgabe wurde nachbewertet: Es gilt Version {pinned[..12]}, diese Dateien folgen Version {release.Rubric[..12]}."));
        }
        else if (release.Results is not null
            && (await ReleasedResults.ReadAsync(context, run.Id, cancellationToken)).Name != release.Results)
        {
            outdated.Add(new(
                "Marks have changed since: by decisions, by grading again or by re-marking.",
                "Seither haben sich Bewertungen geändert: durch Entscheidungen, erneutes Bewerten oder Nachbewerten."));
        }
        if (release.Engine != SubmissionGrader.EngineVersion)
        {
            outdated.Add(new(
                $"The program was updated since (engine {release.Engine}, now {SubmissionGrader.EngineVersion}): "
                + "graded again, marks may differ.",
                $"Das Programm wurde seither aktualisiert (Bewertung {release.Engine}, jetzt {SubmissionGrader.EngineVersion}): "
                + "Noch einmal bewertet, können Punkte anders ausfallen."));
        }
        return outdated;
    }
}
