namespace AutoGrader.Documents.Archives;

/// <summary>
/// What a hand-in's archive may ask of us. Generous to a student who packs a whole project folder, far below what would hurt: nothing but
/// one PDF is ever decompressed.
/// </summary>
internal sealed record ArchiveLimits
{
    /// <summary>The limits in use.</summary>
    public static ArchiveLimits Default { get; } = new();

    /// <summary>Bytes of the archive itself. <value>Default 1 GiB.</value></summary>
    public long MaximumArchiveBytes { get; init; } = 1L << 30;

    /// <summary>Number of entries, folders included. <value>Default 10,000.</value></summary>
    public int MaximumEntries { get; init; } = 10_000;

    /// <summary>Announced bytes of all entries together. <value>Default 2 GiB.</value></summary>
    public long MaximumTotalBytes { get; init; } = 2L << 30;

    /// <summary>Bytes of the PDF. <value>Default 64 MiB.</value></summary>
    public int MaximumPdfBytes { get; init; } = 64 << 20;

    /// <summary>
    /// How many times smaller than its content an entry may be. Prose reaches 10, Deflate ends at 1,032. <value>Default 200.</value>
    /// </summary>
    public int MaximumRatio { get; init; } = 200;

    /// <summary>
    /// Files up to this size may have any ratio: a black picture or an array of zeros is no attack. <value>Default 32 MiB.</value>
    /// </summary>
    public long RatioMattersFrom { get; init; } = 32L << 20;

    /// <summary>The same for PDFs, which never hold megabytes of nothing. <value>Default 1 MiB.</value></summary>
    public long RatioMattersInPdfFrom { get; init; } = 1L << 20;

    /// <summary>Characters of an entry's path. <value>Default 1,000.</value></summary>
    public int MaximumPathLength { get; init; } = 1_000;
}
