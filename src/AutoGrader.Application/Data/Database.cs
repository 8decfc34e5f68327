using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Data;

/// <summary>Opens contexts on the data directory's database, migrated on first use. A context serves one operation. Thread-safe.</summary>
public sealed class Database : IDisposable
{
    // Long enough for a migration by another process, short enough to tell the user that a killed one left its lock behind.
    private static readonly TimeSpan MigrationPatience = TimeSpan.FromMinutes(2);

    private readonly IDatabaseProvider _provider;
    private readonly Lazy<DbContextOptions<AutoGraderDbContext>> _options;
    private readonly SemaphoreSlim _gate = new(1);
    private volatile bool _isReady;

    public Database(IDatabaseProvider provider, IOptions<AutoGraderOptions> options)
    {
        _provider = provider;
        DataDirectory = Path.GetFullPath(options.Value.DataDirectory);
        _options = new(BuildOptions);
        Artifacts = new ArtifactStore(options.Value.Artifacts, DataDirectory);
    }

    /// <summary>The data directory's full path.</summary>
    public string DataDirectory { get; }

    /// <summary>The files beside the database.</summary>
    public ArtifactStore Artifacts { get; }

    /// <summary>Opens a context.</summary>
    /// <exception cref="UnusableDataException">The data directory cannot be used.</exception>
    public async Task<AutoGraderDbContext> OpenAsync(CancellationToken cancellationToken)
    {
        if (!_isReady)
            await MakeReadyAsync(cancellationToken);
        return new AutoGraderDbContext(_options.Value);
    }

    /// <summary>Opens a context without migrating: for the doctor, who must get in where migration waits for ever.</summary>
    internal AutoGraderDbContext OpenAsIs() => new(_options.Value);

    public void Dispose()
    {
        Artifacts.Dispose();
        _gate.Dispose();
    }

    private async Task MakeReadyAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_isReady)
                return;
            await using var context = new AutoGraderDbContext(_options.Value);
            await MigrateAsync(context, cancellationToken);
            _isReady = true;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task MigrateAsync(AutoGraderDbContext context, CancellationToken cancellationToken)
    {
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = context.Database.GetMigrations().ToList();
        if (applied.Except(known).Any())
            throw new UnusableDataException(
                $"The data in {DataDirectory} was written by a newer version of this program: "
                + "update the program, or name another data directory.");
        if (applied.Count == known.Count)
            return;
        if (applied.Count > 0)
            await _provider.BackUpAsync(context, cancellationToken);
        else
            await _provider.PrepareAsync(context, cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(MigrationPatience);
        try
        {
            await context.Database.MigrateAsync(patience.Token);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnusableDataException(
                "The database is locked by a migration that does not end. If no other process is running, "
                + "one was killed while migrating: run `autograder doctor --repair`.",
                fault);
        }
    }

    private DbContextOptions<AutoGraderDbContext> BuildOptions()
    {
        try
        {
            Directory.CreateDirectory(DataDirectory);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UnusableDataException(
                $"The data directory {DataDirectory} cannot be made ({fault.Message}): name another by AutoGrader:DataDirectory.", fault);
        }
        var builder = new DbContextOptionsBuilder<AutoGraderDbContext>();
        _provider.Configure(builder, DataDirectory);
        return builder.Options;
    }
}
