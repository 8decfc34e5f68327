using AutoGrader.Documents.Archives;

namespace AutoGrader.Documents.Intake;

/// <summary>A zip of hand-ins. Its directory is in memory, its content on disk; an inner file is opened one at a time per reader.</summary>
internal sealed class ZipSource(InputKind kind, HandInListing listing, ByteSource archive, IReadOnlyList<ZipEntry> entries) : HandInSource
{
    /// <summary>Inner files up to this size are read into memory, larger ones into a temporary file.</summary>
    private const long InMemory = 32L << 20;

    /// <inheritdoc/>
    public override InputKind Kind => kind;

    /// <inheritdoc/>
    public override IReadOnlyList<HandIn> HandIns => listing.HandIns;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Remarks => listing.Remarks;

    /// <inheritdoc/>
    internal override ByteSource? OpenContent(HandInFile file, long limit)
    {
        var entry = entries[file.Index];
        if (entry.Length > limit)
            return null;
        if (entry.Length > InMemory)
            return FileBytes.Spool(stream => Copy(entry, stream, limit));
        var bytes = new byte[entry.Length];
        using var buffer = new MemoryStream(bytes);
        Copy(entry, buffer, limit);
        return new MemoryBytes(bytes);
    }

    /// <inheritdoc/>
    public override void Dispose() => archive.Dispose();

    private void Copy(ZipEntry entry, Stream destination, long limit)
    {
        var fault = ZipContent.Copy(archive, entry, destination, limit);
        if (fault != ZipFault.None)
            throw new InvalidDataException($"{entry.Path} cannot be read: {fault}.");
    }
}
