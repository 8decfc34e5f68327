using AutoGrader.Application.Data;
using AutoGrader.Migrations.Postgres;
using AutoGrader.Migrations.Sqlite;
using Npgsql;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>
/// The database of one installation: SQLite, or one of its own on the PostgreSQL server that the environment variable
/// <c>AUTOGRADER_TEST_POSTGRES</c> names. <c>AUTOGRADER_TEST_DATABASE=postgres</c> lets all tests run there that do not choose.
/// </summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly string? _name;

    private TestDatabase(string? name) => _name = name;

    /// <summary>The server's connection string; <c>null</c> where there is none.</summary>
    public static string? Server { get; } =
        Environment.GetEnvironmentVariable("AUTOGRADER_TEST_POSTGRES") is { Length: > 0 } set ? set : null;

    /// <summary>Whether tests that do not choose run on PostgreSQL.</summary>
    public static bool IsPostgresDefault { get; } = Environment.GetEnvironmentVariable("AUTOGRADER_TEST_DATABASE") == "postgres";

    /// <summary>The connection string; <c>null</c> for SQLite.</summary>
    public string? ConnectionString =>
        _name is null ? null : new NpgsqlConnectionStringBuilder(Server) { Database = _name }.ConnectionString;

    /// <summary>How the program reaches it.</summary>
    public IDatabaseProvider Provider => ConnectionString is { } connection ? new PostgresProvider(connection) : new SqliteProvider();

    public static TestDatabase Create(bool isPostgres)
    {
        if (!isPostgres)
            return new TestDatabase(null);
        var database = new TestDatabase($"test_{Guid.NewGuid():N}");
        Execute($"CREATE DATABASE {database._name}");
        return database;
    }

    public void Dispose()
    {
        // Pooled connections keep the database open.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_name is null)
            return;
        using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        Execute($"DROP DATABASE {_name} WITH (FORCE)");
    }

    private static void Execute(string statement)
    {
        using var connection = new NpgsqlConnection(Server ?? throw new InvalidOperationException("AUTOGRADER_TEST_POSTGRES is not set."));
        connection.Open();
#pragma warning disable CA2100 // The name is the test's own.
        using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
