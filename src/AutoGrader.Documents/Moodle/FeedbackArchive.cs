using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace AutoGrader.Documents.Moodle;

/// <summary>
/// The zip for Moodle's "Upload multiple feedback files in a zip" (formats, section 4). Streams; holds one file at a time. The same files
/// in the same order make the same bytes.
/// </summary>
public sealed partial class FeedbackArchive : IDisposable
{
    /// <summary>Moodle's limit for a path is 255 characters, "/import/" included.</summary>
    private const int LongestName = 100;

    private const int LongestFileName = 200;

    private static readonly DateTimeOffset Timestamp = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive archive;
    private readonly HashSet<string> paths = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Begins an archive. The stream stays open when the archive is finished.</summary>
    public FeedbackArchive(Stream output) => archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);

    /// <summary>Adds a participant's (or group's) feedback file under Moodle's name.</summary>
    /// <exception cref="ArgumentException">The number is none, or the participant has a file of that name already.</exception>
    public void Add(string participantNumber, string? name, string fileName, byte[] content)
    {
        if (participantNumber.Length == 0 || !participantNumber.All(char.IsAsciiDigit))
            throw new ArgumentException($"“{participantNumber}” is no participant number.", nameof(participantNumber));
        var owner = Shortened(Cleaned(MoodleNames.Clean(name ?? "")), LongestName, "Participant");
        var path = $"{owner}_{participantNumber}_assignfeedback_file/{ShortenedFile(Cleaned(MoodleNames.CleanFile(fileName)))}";
        if (!paths.Add(path))
            throw new ArgumentException($"“{path}” is in the archive already.", nameof(fileName));
        var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Timestamp;
        using var stream = entry.Open();
        stream.Write(content);
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    /// <summary>Also without what file systems forbid and without a dot or tilde in front, which makes Moodle ignore a file.</summary>
    private static string Cleaned(string name) => Forbidden().Replace(name, "").Trim(' ', '.', '~');

    private static string Shortened(string name, int length, string ifEmpty)
    {
        if (name.Length == 0)
            return ifEmpty;
        // Whole characters as people see them: half an emoji or a lone accent is no name.
        var result = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(name);
        while (elements.MoveNext() && result.Length + elements.GetTextElement().Length <= length)
            result.Append(elements.GetTextElement());
        return result.ToString().TrimEnd(' ', '.') is { Length: > 0 } shortened ? shortened : ifEmpty;
    }

    private static string ShortenedFile(string fileName)
    {
        var ending = Path.GetExtension(fileName);
        return ending.Length > 10
            ? Shortened(fileName, LongestFileName, "feedback")
            : Shortened(Path.GetFileNameWithoutExtension(fileName), LongestFileName, "feedback") + ending;
    }

    [GeneratedRegex(@"[*?\p{Cc}\p{Cf}\p{Cs}]")]
    private static partial Regex Forbidden();
}
