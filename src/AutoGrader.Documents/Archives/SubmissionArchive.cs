using AutoGrader.Core.Submissions;

namespace AutoGrader.Documents.Archives;

/// <summary>
/// A student's own ZIP, checked before anything in it is read. Nothing is ever written to a path that the archive names, and only the PDF
/// is decompressed; the checks turn away archives that would harm whoever unpacks them by hand later. Zips within it are files like any
/// other.
/// </summary>
internal sealed class SubmissionArchive
{
    private readonly ByteSource content;
    private readonly ArchiveLimits limits;

    private SubmissionArchive(ByteSource content, IReadOnlyList<ZipEntry> files, ArchiveLimits limits)
    {
        this.content = content;
        this.limits = limits;
        Files = files;
        Pdfs = [.. files.Where(IsPdf)];
    }

    /// <summary>The files, without folders and without what operating systems leave behind, in the archive's order.</summary>
    public IReadOnlyList<ZipEntry> Files { get; }

    /// <summary>Those of the files that are named as PDFs.</summary>
    public IReadOnlyList<ZipEntry> Pdfs { get; }

    /// <summary>Opens an archive, or says why not.</summary>
    public static SubmissionArchive? TryOpen(ByteSource content, ArchiveLimits limits, out Reason? fault)
    {
        if (content.Length > limits.MaximumArchiveBytes)
        {
            fault = ArchiveReasons.TooLarge(limits);
            return null;
        }
        if (ZipDirectory.TryRead(content, limits.MaximumEntries, out var zipFault) is not { } entries)
        {
            fault = ArchiveReasons.For(zipFault, content, limits);
            return null;
        }
        fault = ArchiveSafety.Check(entries, content.Length, limits);
        return fault is null ? new(content, [.. entries.Where(e => !e.IsFolder && !JunkFiles.IsJunk(e.Path))], limits) : null;
    }

    /// <summary>Reads a file of the archive into memory, or says why not.</summary>
    public byte[]? TryRead(ZipEntry entry, out Reason? fault)
    {
        // What is copied without fault fills the announced length exactly.
        var bytes = new byte[Math.Min(entry.Length, limits.MaximumPdfBytes)];
        using var buffer = new MemoryStream(bytes);
        var zipFault = ZipContent.Copy(content, entry, buffer, limits.MaximumPdfBytes);
        fault = zipFault == ZipFault.None ? null : ArchiveReasons.For(zipFault, entry.Name, limits);
        return fault is null ? bytes : null;
    }

    /// <summary>Whether an entry is named as a PDF.</summary>
    internal static bool IsPdf(ZipEntry entry) => entry.Path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);
}
