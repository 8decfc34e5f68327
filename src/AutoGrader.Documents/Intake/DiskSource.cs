using AutoGrader.Documents.Archives;

namespace AutoGrader.Documents.Intake;

/// <summary>Files on disk: an unpacked export, a folder of hand-ins, or a single file.</summary>
internal sealed class DiskSource(InputKind kind, HandInListing listing, IReadOnlyList<string> paths) : HandInSource
{
    /// <inheritdoc/>
    public override InputKind Kind => kind;

    /// <inheritdoc/>
    public override IReadOnlyList<HandIn> HandIns => listing.HandIns;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Remarks => listing.Remarks;

    /// <inheritdoc/>
    internal override ByteSource? OpenContent(HandInFile file, long limit)
    {
        try
        {
            var content = FileBytes.Open(paths[file.Index]);
            if (content.Length <= limit)
                return content;
            content.Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{file.Path} cannot be read: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
    }
}
