using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AutoGrader.Migrations.Sqlite;

/// <summary>Sets what SQLite forgets with every connection.</summary>
internal sealed class PragmaInterceptor : DbConnectionInterceptor
{
    // Whoever finds the database busy asks again after milliseconds; the driver alone would sleep for 150 of them each time.
    private const string Pragmas =
        "PRAGMA busy_timeout=2000; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=FAST;";

    public static PragmaInterceptor Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
