using AutoGrader.Application.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Migrations.Sqlite;

/// <summary>SQLite: one file, write-ahead log, EF's own (immediate) transactions, never deferred ones.</summary>
public sealed class SqliteProvider : IDatabaseProvider
{
    private const string FileName = "autograder.db";

    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Full = 13;

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder builder, string dataDirectory)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(dataDirectory, FileName),
            // A shared cache turns contention into SQLITE_LOCKED, which no busy handler covers.
            Cache = SqliteCacheMode.Private,
            // The driver retries a busy database for as long.
            DefaultTimeout = 30,
        };
        builder.UseSqlite(connection.ToString(), sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly.GetName().Name))
            .AddInterceptors(PragmaInterceptor.Instance);
    }

    /// <inheritdoc/>
    public async Task PrepareAsync(AutoGraderDbContext context, CancellationToken cancellationToken) =>
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);

    /// <inheritdoc/>
    public async Task BackUpAsync(AutoGraderDbContext context, CancellationToken cancellationToken)
    {
        var source = context.Database.GetDbConnection().DataSource;
        var last = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault() ?? "empty";
        var target = Path.Combine(Path.GetDirectoryName(source)!, $"{FileName}.{last}.backup");
        if (!File.Exists(target))
            await context.Database.ExecuteSqlAsync($"VACUUM INTO {target}", cancellationToken);
    }

    /// <inheritdoc/>
    public bool IsTransient(Exception exception)
    {
        for (var fault = exception; fault is not null; fault = fault.InnerException)
        {
            if (fault is SqliteException { SqliteErrorCode: Busy or Locked or Full })
                return true;
            // ERROR_DISK_FULL and ENOSPC, as .NET reports them.
            if (fault is IOException && (fault.HResult & 0xFFFF) is 112 or 28)
                return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public async Task EraseDeletedAsync(AutoGraderDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync("VACUUM;", cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);", cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> HasMigrationLockAsync(AutoGraderDbContext context, bool release, CancellationToken cancellationToken)
    {
        var tables = await context.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (tables == 0)
            return false;
        var rows = await context.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM __EFMigrationsLock").SingleAsync(cancellationToken);
        if (rows > 0 && release)
            await context.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock;", cancellationToken);
        return rows > 0;
    }
}
