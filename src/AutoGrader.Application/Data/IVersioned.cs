namespace AutoGrader.Application.Data;

/// <summary>
/// A row that two people may change at once. Who saves second, having seen an older version, gets a
/// <see cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException"/> instead of overwriting the other's change.
/// </summary>
public interface IVersioned
{
    /// <summary>Counts the changes; kept by <see cref="AutoGraderDbContext"/>.</summary>
    int Version { get; set; }
}
