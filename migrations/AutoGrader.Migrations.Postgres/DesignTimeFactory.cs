using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AutoGrader.Migrations.Postgres;

/// <summary>Lets <c>dotnet ef migrations add</c> work without a host: it connects to nothing.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AutoGraderDbContext>
{
    public AutoGraderDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<AutoGraderDbContext>();
        new PostgresProvider("Host=localhost").Configure(builder, dataDirectory: ".");
        return new AutoGraderDbContext(builder.Options);
    }
}
