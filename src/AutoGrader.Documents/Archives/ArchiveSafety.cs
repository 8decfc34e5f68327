using AutoGrader.Core.Submissions;

namespace AutoGrader.Documents.Archives;

/// <summary>Tells archives that could harm, by their directory alone.</summary>
internal static class ArchiveSafety
{
    private const int LocalHeaderSize = 30;

    /// <summary>The first thing that is wrong, or <c>null</c>.</summary>
    public static Reason? Check(IReadOnlyList<ZipEntry> entries, long archiveBytes, ArchiveLimits limits) =>
        entries.Select(e => CheckPath(e, limits)).FirstOrDefault(r => r is not null)
        ?? CheckSizes(entries, limits)
        ?? CheckOverlaps(entries, archiveBytes, limits);

    private static Reason? CheckPath(ZipEntry entry, ArchiveLimits limits)
    {
        var path = entry.Path;
        if (path.Length > limits.MaximumPathLength)
            return ArchiveReasons.Unsafe(
                $"The ZIP holds a file whose path has more than {limits.MaximumPathLength} characters.",
                $"Das ZIP enthält eine Datei, deren Pfad mehr als {limits.MaximumPathLength} Zeichen hat.");
        var shown = Printable(path);
        if (path.Length == 0 || path.Any(char.IsControl))
            return ArchiveReasons.Unsafe(
                $"The ZIP holds a file whose name is empty or has control characters (“{shown}”).",
                $"Das ZIP enthält eine Datei, deren Name leer ist oder Steuerzeichen enthält („{shown}“).");
        if (path[0] == '/' || path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]) || path.Split('/').Contains(".."))
            return ArchiveReasons.Unsafe(
                $"The ZIP holds a file whose path leads out of it (“{shown}”).",
                $"Das ZIP enthält eine Datei, deren Pfad aus ihm hinausführt („{shown}“).");
        return entry.IsSpecial
            ? ArchiveReasons.Unsafe(
                $"The ZIP holds a link instead of a file (“{shown}”).",
                $"Das ZIP enthält eine Verknüpfung statt einer Datei („{shown}“).")
            : null;
    }

    private static Reason? CheckSizes(IReadOnlyList<ZipEntry> entries, ArchiveLimits limits)
    {
        var total = 0m;
        foreach (var entry in entries)
        {
            total += entry.Length;
            var free = SubmissionArchive.IsPdf(entry) ? limits.RatioMattersInPdfFrom : limits.RatioMattersFrom;
            if (entry.Length > free && entry.Length / Math.Max(1, entry.CompressedLength) > limits.MaximumRatio)
                return ArchiveReasons.Unsafe(
                    $"“{Printable(entry.Name)}” would swell to {entry.Length >> 20} MiB, more than {limits.MaximumRatio} times its " +
                    "size in the ZIP.",
                    $"„{Printable(entry.Name)}“ würde auf {entry.Length >> 20} MiB anschwellen, mehr als das " +
                    $"{limits.MaximumRatio}-Fache seiner Größe im ZIP.");
        }
        return total > limits.MaximumTotalBytes
            ? ArchiveReasons.Unsafe(
                $"Unpacked, the ZIP would be larger than {limits.MaximumTotalBytes >> 20} MiB.",
                $"Entpackt wäre das ZIP größer als {limits.MaximumTotalBytes >> 20} MiB.")
            : null;
    }

    /// <summary>
    /// Entries that share bytes are the "better zip bomb" (Fifield, WOOT 2019): tiny, with a modest ratio for every single entry.
    /// </summary>
    private static Reason? CheckOverlaps(IReadOnlyList<ZipEntry> entries, long archiveBytes, ArchiveLimits limits)
    {
        var end = 0L;
        foreach (var entry in entries.OrderBy(e => e.Offset))
        {
            if (entry.Offset < end)
                return ArchiveReasons.Unsafe(
                    $"Files in the ZIP overlap (“{Printable(entry.Name)}”), as in archives that are made to harm.",
                    $"Dateien im ZIP überlappen sich („{Printable(entry.Name)}“), wie bei Archiven, die Schaden anrichten sollen.");
            if (entry.CompressedLength > archiveBytes || entry.Offset > archiveBytes - entry.CompressedLength)
                return ArchiveReasons.For(ZipFault.Damaged, Printable(entry.Name), limits);
            end = entry.Offset + LocalHeaderSize + entry.RawName.Length + entry.CompressedLength;
        }
        return null;
    }

    private static string Printable(string path)
    {
        var text = string.Concat(path.Select(c => char.IsControl(c) ? '?' : c));
        return text.Length <= 120 ? text : text[..60] + "…" + text[^50..];
    }
}
