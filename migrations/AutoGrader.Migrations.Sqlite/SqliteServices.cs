using AutoGrader.Application.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AutoGrader.Migrations.Sqlite;

/// <summary>Registers SQLite as the database.</summary>
public static class SqliteServices
{
    /// <summary>Keeps the data in <c>autograder.db</c> below the data directory.</summary>
    public static IServiceCollection AddAutoGraderSqlite(this IServiceCollection services)
    {
        services.TryAddSingleton<IDatabaseProvider, SqliteProvider>();
        return services;
    }
}
