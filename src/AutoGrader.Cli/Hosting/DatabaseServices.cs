using AutoGrader.Application;
using AutoGrader.Migrations.Postgres;
using AutoGrader.Migrations.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Cli.Hosting;

/// <summary>Chooses the database by the setting <c>AutoGrader:Database</c>.</summary>
internal static class DatabaseServices
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var database = configuration[$"{AutoGraderOptions.Section}:{nameof(AutoGraderOptions.Database)}"] ?? "";
        return new AutoGraderOptions { Database = database }.UsesSqlite
            ? services.AddAutoGraderSqlite()
            : services.AddAutoGraderPostgres(database);
    }
}
