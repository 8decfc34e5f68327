using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Data;

/// <summary>What differs between databases. Implemented in the migrations project of each.</summary>
public interface IDatabaseProvider
{
    /// <summary>Sets connection, migrations and interceptors.</summary>
    /// <param name="builder">The builder of the context's options.</param>
    /// <param name="dataDirectory">The data directory; it exists.</param>
    void Configure(DbContextOptionsBuilder builder, string dataDirectory);

    /// <summary>What must be done once before the first migration of a database.</summary>
    Task PrepareAsync(AutoGraderDbContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Copies a database that holds data beside itself, before it is migrated. A database on a server is its administrator's care.
    /// </summary>
    Task BackUpAsync(AutoGraderDbContext context, CancellationToken cancellationToken);

    /// <summary>Whether a fault is likely to pass by itself: the database is busy, the disk is full.</summary>
    bool IsTransient(Exception exception);

    /// <summary>Removes what deleted rows leave behind in free pages and logs.</summary>
    Task EraseDeletedAsync(AutoGraderDbContext context, CancellationToken cancellationToken);

    /// <summary>Whether a killed process left the migration lock behind; with <paramref name="release"/>, takes it away.</summary>
    Task<bool> HasMigrationLockAsync(AutoGraderDbContext context, bool release, CancellationToken cancellationToken);
}
