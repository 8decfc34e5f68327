using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace AutoGrader.Documents.Moodle;

/// <summary>
/// Writes hand-ins as Moodle's "Download all submissions" with folders does (formats, sections 1.2 and 1.4), for hand-ins that did not
/// come as that file. Streams. The same files in the same order make the same bytes. Nothing is compressed: hand-ins are archives.
/// </summary>
public sealed partial class SubmissionExport : IDisposable
{
    // What a ZIP can say: Moodle's own times lie far inside.
    private static readonly DateTime Earliest = new(1980, 1, 1);
    private static readonly DateTime Latest = new(2107, 12, 31, 23, 59, 58);

    private readonly ZipArchive archive;

    /// <summary>Begins an export. The stream stays open when it is finished.</summary>
    public SubmissionExport(Stream output) => archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);

    /// <summary>Adds a file of a hand-in.</summary>
    /// <param name="owner">The participant's or group's name as Moodle stores it.</param>
    /// <param name="number">The participant's or group's number; <c>null</c> for the default group, which has none.</param>
    /// <param name="path">The student's own path and file name, with <c>/</c>.</param>
    /// <param name="uploadedAt">Wall-clock time of the upload.</param>
    /// <param name="content">The content; read to its end, not disposed.</param>
    public void AddFile(string owner, string? number, string path, DateTime uploadedAt, Stream content) =>
        Add($"{Prefix(owner, number)}_assignsubmission_file/{Cleaned(path)}", uploadedAt, content);

    /// <summary>Adds an online text, which is not read but known to be there.</summary>
    public void AddOnlineText(string owner, string? number, DateTime writtenAt, string html)
    {
        var page = $"<!DOCTYPE html><html><head><meta charset=\"UTF-8\"></head><body>{html}</body></html>";
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(page));
        Add($"{Prefix(owner, number)}_assignsubmission_onlinetext/onlinetext.html", writtenAt, content);
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private static string Prefix(string owner, string? number) =>
        number is null ? MoodleNames.Clean(owner) : $"{MoodleNames.Clean(owner)}_{number}";

    private static string Cleaned(string path) => string.Join('/',
        path.Split('/').Where(part => part.Length > 0 && !OnlyDots().IsMatch(part)).Select(part => Forbidden().Replace(part, "_")));

    private void Add(string name, DateTime at, Stream content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        var time = at < Earliest ? Earliest : at > Latest ? Latest : at;
        entry.LastWriteTime = new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), TimeSpan.Zero);
        using var stream = entry.Open();
        content.CopyTo(stream);
    }

    [GeneratedRegex("""[\\:*?"<>|]""")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"^\.+$")]
    private static partial Regex OnlyDots();
}
