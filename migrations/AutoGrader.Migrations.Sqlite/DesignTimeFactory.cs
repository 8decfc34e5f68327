using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AutoGrader.Migrations.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add</c> work without a host: it opens nothing.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AutoGraderDbContext>
{
    public AutoGraderDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<AutoGraderDbContext>();
        new SqliteProvider().Configure(builder, dataDirectory: ".");
        return new AutoGraderDbContext(builder.Options);
    }
}
