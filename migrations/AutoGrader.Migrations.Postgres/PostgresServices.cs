using AutoGrader.Application.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AutoGrader.Migrations.Postgres;

/// <summary>Registers PostgreSQL as the database.</summary>
public static class PostgresServices
{
    /// <summary>Keeps the data in the database of a connection string.</summary>
    public static IServiceCollection AddAutoGraderPostgres(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton<IDatabaseProvider>(new PostgresProvider(connectionString));
        return services;
    }
}
