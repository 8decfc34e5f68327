using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Data;

internal static class ArtifactRows
{
    /// <summary>Adds the row of a stored file, unless it is there. Call inside the transaction that adds what refers to it.</summary>
    public static async Task AddArtifactAsync(
        this AutoGraderDbContext context, string hash, long length, TimeProvider clock, CancellationToken cancellationToken,
        string mediaType = "application/pdf")
    {
        if (context.Artifacts.Local.Any(a => a.Hash == hash) || await context.Artifacts.AnyAsync(a => a.Hash == hash, cancellationToken))
            return;
        context.Artifacts.Add(
            new StoredArtifact { Hash = hash, Length = length, MediaType = mediaType, CreatedAt = clock.GetUtcNow().UtcDateTime });
    }
}
