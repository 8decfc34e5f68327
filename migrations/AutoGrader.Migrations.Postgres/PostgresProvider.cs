using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AutoGrader.Migrations.Postgres;

/// <summary>
/// PostgreSQL, for several machines. Making the database, backing it up and erasing free pages are its administrator's care.
/// </summary>
/// <param name="connectionString">The connection to an existing database whose owner may make tables.</param>
public sealed class PostgresProvider(string connectionString) : IDatabaseProvider
{
    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder builder, string dataDirectory) => builder.UseNpgsql(
        connectionString, postgres => postgres.MigrationsAssembly(typeof(PostgresProvider).Assembly.GetName().Name));

    /// <inheritdoc/>
    public Task PrepareAsync(AutoGraderDbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task BackUpAsync(AutoGraderDbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public bool IsTransient(Exception exception)
    {
        for (var fault = exception; fault is not null; fault = fault.InnerException)
        {
            // A connection lost, too many of them, a deadlock, a server that restarts, a disk that is full.
            if (fault is NpgsqlException { IsTransient: true } or PostgresException { SqlState: PostgresErrorCodes.DiskFull })
                return true;
            // Two workers saved the same file's row or reading at once: the second finds it there.
            if (fault is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or DbUpdateConcurrencyException)
                return true;
            // ERROR_DISK_FULL and ENOSPC, as .NET reports them.
            if (fault is IOException && (fault.HResult & 0xFFFF) is 112 or 28)
                return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public Task EraseDeletedAsync(AutoGraderDbContext context, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync("VACUUM;", cancellationToken);

    /// <summary>Never: the lock is one of the server's and goes with the connection of a process that dies.</summary>
    public Task<bool> HasMigrationLockAsync(AutoGraderDbContext context, bool release, CancellationToken cancellationToken) =>
        Task.FromResult(false);
}
