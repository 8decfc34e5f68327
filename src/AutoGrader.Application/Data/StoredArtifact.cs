namespace AutoGrader.Application.Data;

/// <summary>A file in the <see cref="ArtifactStore"/>.</summary>
public sealed class StoredArtifact
{
    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required long Length { get; init; }

    public required string MediaType { get; init; }

    public required DateTime CreatedAt { get; init; }
}
