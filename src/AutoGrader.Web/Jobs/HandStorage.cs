using AutoGrader.Application;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace AutoGrader.Web.Jobs;

/// <summary>
/// Where Hangfire keeps which entries are to be pulled: in memory on one machine, in the PostgreSQL database where there is one, so that
/// all services on it pull from the same queues and each dashboard shows all of them. Not what is to be done: that stands in the ledger,
/// and whatever Hangfire forgets or does twice is harmless.
/// </summary>
internal static class HandStorage
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    // The time after which a service that no longer renews its hold on an entry is taken for dead. The ledger notices within a minute.
    private static readonly TimeSpan Invisibility = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    public static JobStorage Create(AutoGraderOptions options) => options.UsesSqlite
        ? new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = Kept })
        : Postgres(options.Database);

    private static PostgreSqlStorage Postgres(string connection)
    {
        var options = new PostgreSqlStorageOptions
        {
            InvisibilityTimeout = Invisibility,
            UseSlidingInvisibilityTimeout = true,
            QueuePollInterval = Poll,
            AllowDegradedModeWithoutStorage = false,
        };
        var factory = new NpgsqlConnectionFactory(connection, options);
        return new PostgreSqlStorage(factory, options) { JobExpirationTimeout = Kept };
    }
}
