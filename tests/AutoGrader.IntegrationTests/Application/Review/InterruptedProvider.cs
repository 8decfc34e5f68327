using System.Data.Common;
using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AutoGrader.IntegrationTests.Application.Review;

/// <summary>A database in which something happens before the first command that holds a text, for tests of two at once.</summary>
internal sealed class InterruptedProvider(IDatabaseProvider provider, string text, Func<Task> meanwhile)
    : DbCommandInterceptor, IDatabaseProvider
{
    private int _times;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains(text, StringComparison.Ordinal) && Interlocked.Increment(ref _times) == 1)
            await meanwhile();
        return result;
    }

    public void Configure(DbContextOptionsBuilder builder, string dataDirectory)
    {
        provider.Configure(builder, dataDirectory);
        builder.AddInterceptors(this);
    }

    public Task PrepareAsync(AutoGraderDbContext context, CancellationToken cancellationToken) =>
        provider.PrepareAsync(context, cancellationToken);

    public Task BackUpAsync(AutoGraderDbContext context, CancellationToken cancellationToken) =>
        provider.BackUpAsync(context, cancellationToken);

    public bool IsTransient(Exception exception) => provider.IsTransient(exception);

    public Task EraseDeletedAsync(AutoGraderDbContext context, CancellationToken cancellationToken) =>
        provider.EraseDeletedAsync(context, cancellationToken);

    public Task<bool> HasMigrationLockAsync(AutoGraderDbContext context, bool release, CancellationToken cancellationToken) =>
        provider.HasMigrationLockAsync(context, release, cancellationToken);
}
