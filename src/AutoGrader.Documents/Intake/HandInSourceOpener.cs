using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Archives;
using AutoGrader.Documents.Moodle;

namespace AutoGrader.Documents.Intake;

/// <summary>Finds out what an input is.</summary>
internal static class HandInSourceOpener
{
    /// <summary>A Moodle export has an entry per file of every student: far below this.</summary>
    private const int MaximumEntries = 500_000;

    /// <summary>How much of a cut-off archive is searched for the names of a Moodle export.</summary>
    private const int SearchedBytes = 8 << 20;

    /// <summary>Opens an input.</summary>
    public static HandInSource Open(string path, string name)
    {
        try
        {
            if (Directory.Exists(path))
                return OpenFolder(path);
            if (!File.Exists(path))
                throw new UnusableInputException($"There is no file or folder “{path}”. Check the path.");
            return OpenFile(path, name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"“{path}” cannot be read: {e.Message}", e);
        }
    }

    private static DiskSource OpenFolder(string path)
    {
        var folder = FolderFiles.List(path);
        var isExport = folder.Files.Any(f => MoodleEntry.TryParse(f.Path) is not null);
        if (isExport)
            RefuseSeveralExports(path, folder.Files);
        else
            RefuseFolderAroundExport(path, folder);
        var listing = isExport ? HandInListing.Moodle(folder.Files) : HandInListing.Plain(folder.Files);
        if (listing.HandIns.Count == 0)
            throw new UnusableInputException(
                $"The folder “{path}” holds no hand-ins. Name the folder or the zip that Moodle's “Download all submissions” gave you.");
        var kind = isExport ? InputKind.MoodleExport : InputKind.Folder;
        return new(kind, listing with { Remarks = [.. folder.Remarks, .. listing.Remarks] }, folder.Paths);
    }

    private static HandInSource OpenFile(string path, string name)
    {
        if (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            throw new UnusableInputException(
                $"“{path}” is a table, not a hand-in. Name the zip of the submissions as the input, and Moodle's worksheet with " +
                "--worksheet.");
        var archive = FileBytes.Open(path);
        HandInSource? source = null;
        try
        {
            if (ZipDirectory.TryRead(archive, MaximumEntries, out var fault) is { } entries)
                source = OpenZip(path, name, archive, entries);
            else if (fault is ZipFault.CutOff or ZipFault.Damaged && LooksLikeExport(archive))
                throw new UnusableInputException(
                    $"The download “{path}” is incomplete: its end is missing, as after a broken connection. Download all submissions " +
                    "from Moodle again; if it breaks again, download one group at a time.");
            return source ?? new DiskSource(InputKind.SingleHandIn, HandInListing.Single(new(name, archive.Length, null)), [path]);
        }
        finally
        {
            if (source is null)
                archive.Dispose();
        }
    }

    /// <summary>A zip that holds hand-ins; <c>null</c> where the zip is itself one.</summary>
    private static ZipSource? OpenZip(string path, string name, ByteSource archive, IReadOnlyList<ZipEntry> entries)
    {
        var files = entries.Select((e, i) => new HandInFile(e.Path, e.Length, e.ModifiedAt) { Index = i })
            .Where(f => !f.Path.EndsWith('/'))
            .ToArray();
        if (files.Any(f => MoodleEntry.TryParse(f.Path) is not null))
        {
            RefuseSeveralExports(path, files);
            return new(InputKind.MoodleExport, HandInListing.Moodle(files), archive, entries);
        }
        // The times in any other zip are those of somebody's disk.
        return HoldsHandIns(name, files)
            ? new(InputKind.Folder, HandInListing.Plain(files.Select(f => f with { UploadedAt = null })), archive, entries)
            : null;
    }

    /// <summary>
    /// Tells a zip of hand-ins from one hand-in that happens to contain zips: not named like a hand-in, and either two zips inside that
    /// are, or zips without any PDF beside them.
    /// </summary>
    private static bool HoldsHandIns(string name, IEnumerable<HandInFile> files)
    {
        var inner = files.Where(f => !JunkFiles.IsJunk(f.Path)).ToArray();
        var zips = inner.Where(f => f.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)).ToArray();
        var named = zips.Count(z => IsNamedLikeHandIn(z.Name));
        var hasPdf = inner.Any(f => f.Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase));
        return !IsNamedLikeHandIn(name) && (named >= 2 || !hasPdf && (named == 1 || zips.Length >= 2));
    }

    private static bool IsNamedLikeHandIn(string name) => HandInName.TryParse(name, new HandInRules(), out _) is not null;

    /// <summary>Two exports in one input would mix two assignments.</summary>
    private static void RefuseSeveralExports(string path, IEnumerable<HandInFile> files)
    {
        var wrappers = files.Where(f => !JunkFiles.IsJunk(f.Path)).Select(f => MoodleEntry.TryParse(f.Path)?.Wrapper).OfType<string>()
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (wrappers.Length > 1)
        {
            var places = string.Join(", ", wrappers.Take(4).Select(w => w.Length == 0 ? "the folder itself" : $"“{w}”"));
            throw new UnusableInputException(
                $"“{path}” holds several exports, in {places}. Name one of them, so that two assignments are not mixed.");
        }
    }

    /// <summary>A folder with one zip that is an export (and perhaps its worksheet) was named in place of the zip.</summary>
    private static void RefuseFolderAroundExport(string path, FolderFiles folder)
    {
        var zips = folder.Files.Where(f => f.Path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)).Take(2).ToArray();
        if (zips.Length != 1)
            return;
        using var archive = FileBytes.Open(folder.Paths[zips[0].Index]);
        if (ZipDirectory.TryRead(archive, MaximumEntries, out _)?.Any(e => MoodleEntry.TryParse(e.Path) is not null) == true)
            throw new UnusableInputException($"The folder “{path}” holds a Moodle export, “{zips[0].Path}”. Name that file as the input.");
    }

    private static bool LooksLikeExport(ByteSource archive) => archive.Take(0, SearchedBytes).AsSpan().IndexOf("_assignsubmission_"u8) >= 0;
}
