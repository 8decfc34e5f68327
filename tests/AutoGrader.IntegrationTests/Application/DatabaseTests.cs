using AutoGrader.Application.Data;
using AutoGrader.Migrations.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>The database as SQLite sees it.</summary>
public sealed class DatabaseTests : IDisposable
{
    private readonly Installation _installation = new(postgres: false);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task The_migrations_make_the_model_of_the_code()
    {
        await using var context = await _installation.OpenAsync();
        Assert.False(context.Database.HasPendingModelChanges(), "Add a migration: the model has changed.");
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancel));
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "1")]
    [InlineData("foreign_keys", "1")]
    public async Task Every_connection_has_its_pragmas(string pragma, string expected)
    {
        (await _installation.OpenAsync()).Dispose();
        await using var context = await _installation.OpenAsync();
        await context.Database.OpenConnectionAsync(Cancel);
        await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are the test's own.
        command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
        Assert.Equal(expected,
            Convert.ToString(await command.ExecuteScalarAsync(Cancel), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Times_come_back_as_utc()
    {
        await using (var context = await _installation.OpenAsync())
        {
            _installation.Get<AuditTrail>().Add(context, "test", "test", "test");
            await context.SaveChangesAsync(Cancel);
        }
        await using var reading = await _installation.OpenAsync();
        Assert.Equal(DateTimeKind.Utc, (await reading.Audit.SingleAsync(Cancel)).At.Kind);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_with_a_remedy()
    {
        await using (var context = await _installation.OpenAsync())
            await context.Database.ExecuteSqlRawAsync(
                "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_FromTheFuture', '99.0')", Cancel);
        var options = Microsoft.Extensions.Options.Options.Create(
            new AutoGrader.Application.AutoGraderOptions { DataDirectory = Path.Combine(_installation.Folder, "data") });
        using var later = new Database(new SqliteProvider(), options);
        var fault = await Assert.ThrowsAsync<UnusableDataException>(() => later.OpenAsync(Cancel));
        Assert.Contains("update the program", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_artifact_store_notices_damage()
    {
        var store = new ArtifactStore(_installation.Folder);
        var hash = store.Put("content"u8);
        Assert.Equal("content"u8.ToArray(), store.Get(hash));
        File.WriteAllText(store.PathOf(hash), "CONTENT");
        Assert.Null(store.TryGet(hash));
        Assert.Throws<FileNotFoundException>(() => store.Get(hash));
        Assert.Throws<ArgumentException>(() => store.TryGet("../../etc/passwd"));
    }
}
