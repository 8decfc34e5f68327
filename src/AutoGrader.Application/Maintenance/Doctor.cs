using System.Globalization;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Moodle;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Jobs;
using AutoGrader.Application.Moodle;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Maintenance;

/// <summary>Something the doctor found.</summary>
/// <param name="Code">A stable name, such as <c>missing-artifact</c>.</param>
/// <param name="Text">What is wrong and what to do, one sentence in English.</param>
/// <param name="Repaired">Whether it was mended.</param>
public sealed record Finding(string Code, string Text, bool Repaired);

/// <summary>
/// Looks whether reports can be read, and for what a killed process or a lost disk leaves behind, and mends what can be mended without
/// loss. Mending deletes files that no row refers to: a process that grades at this moment may just have written one, so mend while none
/// does.
/// </summary>
public sealed class Doctor(
    Database database, IDatabaseProvider provider, JobLedger ledger, IPdfWorker worker, IOptions<AutoGraderOptions> options)
{
    /// <summary>Examines the data directory.</summary>
    /// <param name="repair">Whether to mend; otherwise nothing is changed.</param>
    /// <param name="cancellationToken">Ends the examination.</param>
    public async Task<IReadOnlyList<Finding>> ExecuteAsync(bool repair, CancellationToken cancellationToken = default)
    {
        var findings = new List<Finding>(await WorkerAsync(cancellationToken));
        await using (var locked = database.OpenAsIs())
        {
            if (await provider.HasMigrationLockAsync(locked, repair, cancellationToken))
                findings.Add(new("migration-lock",
                    "A killed process left the migration lock behind, on which every other waits for ever.", repair));
            if (!repair && (await locked.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                findings.Add(new("pending-migration",
                    "The database is not there yet or of an older version; the next command that needs it migrates it.", false));
                return findings;
            }
        }
        await using var context = await database.OpenAsync(cancellationToken);
        findings.AddRange(await OrphansAsync(context, repair, cancellationToken));
        findings.AddRange(await MissingAsync(context, repair, cancellationToken));
        findings.AddRange(await StraysAsync(context, repair, cancellationToken));
        findings.AddRange(await HalfFetchedAsync(context, repair, cancellationToken));
        return findings;
    }

    private async Task<IReadOnlyList<Finding>> WorkerAsync(CancellationToken cancellationToken)
    {
        try
        {
            await worker.PrepareAsync(options.Value.ReadLimits, cancellationToken);
            return [];
        }
        catch (PdfWorkerUnavailableException fault)
        {
            return [new("pdf-worker", $"{fault.Message}. No report can be read; install the program anew.", false)];
        }
    }

    private async Task<IReadOnlyList<Finding>> OrphansAsync(AutoGraderDbContext context, bool repair, CancellationToken cancellationToken)
    {
        var running = await context.JobEntries.Where(e => e.State == JobState.Running).ToListAsync(cancellationToken);
        var orphans = running.Where(ledger.IsOrphan).ToList();
        if (orphans.Count == 0)
            return [];
        // Poison is left to the next run of its input, which stores the result that says so together with the entry.
        var mended = orphans.Where(o => o.Attempt < JobLedger.PoisonAttempts).ToList();
        if (repair)
        {
            mended.ForEach(orphan => ledger.Recover(orphan));
            await context.SaveChangesAsync(cancellationToken);
        }
        return [new("orphaned-entry",
            Count(orphans.Count, "job(s) were going on when a process ended; the service goes on with them, or grading the input again."),
            repair)];
    }

    /// <summary>Results whose files are lost are made anew by the next run: it looks whether they are there.</summary>
    private async Task<IReadOnlyList<Finding>> MissingAsync(AutoGraderDbContext context, bool repair, CancellationToken cancellationToken)
    {
        var rows = await context.Artifacts.AsNoTracking().ToListAsync(cancellationToken);
        var damaged = rows.Where(row => !database.Artifacts.IsWhole(row.Hash)).Select(row => row.Hash).ToList();
        if (damaged.Count == 0)
            return [];
        // A damaged file must make place for the whole one.
        if (repair)
            damaged.ForEach(database.Artifacts.Delete);
        return [new("missing-artifact",
            Count(damaged.Count, "stored file(s) are missing or damaged; grade again to make results anew, upload an export again."),
            repair)];
    }

    private async Task<IReadOnlyList<Finding>> StraysAsync(AutoGraderDbContext context, bool repair, CancellationToken cancellationToken)
    {
        var unreferenced = await UnreferencedFiles.Unreferenced(context).CountAsync(cancellationToken);
        if (repair && unreferenced > 0)
            await UnreferencedFiles.DeleteRowsAsync(context, cancellationToken);
        var (hashes, strays) = database.Artifacts.List();
        var known = (await context.Artifacts.Select(a => a.Hash).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var orphans = hashes.Where(hash => !known.Contains(hash)).ToList();
        if (repair)
        {
            orphans.ForEach(database.Artifacts.Delete);
            foreach (var stray in strays)
                File.Delete(stray);
        }
        var total = orphans.Count + strays.Count + (repair ? 0 : unreferenced);
        return total == 0 ? [] : [new("orphaned-file", Count(total, "stored file(s) belong to no result any more."), repair)];
    }

    /// <summary>What a fetch from Moodle that cannot go on, or was never gone on with, has left: everybody's hand-ins.</summary>
    private async Task<IReadOnlyList<Finding>> HalfFetchedAsync(
        AutoGraderDbContext context, bool repair, CancellationToken cancellationToken)
    {
        var atWork = await context.MoodleTransfers
            .Where(t => t.Kind == MoodleTransferKind.Fetch
                && (t.State == MoodleTransferState.Queued || t.State == MoodleTransferState.Running))
            .Select(t => t.AssignmentId).ToListAsync(cancellationToken);
        var left = FetchFolder.All(database).Where(f => !atWork.Contains(f.AssignmentId)).ToList();
        if (repair)
            left.ForEach(folder => folder.Delete());
        return left.Count == 0 ? [] : [new("half-fetched",
            Count(left.Count, "fetch(es) from Moodle were not finished; what they have left is fetched again when somebody goes on."),
            repair)];
    }

    private static string Count(int number, string text) => string.Create(CultureInfo.InvariantCulture, $"{number} {text}");
}
