using System.Globalization;
using System.Text;
using AutoGrader.Documents.Intake;
using CsvHelper;
using CsvHelper.Configuration;

namespace AutoGrader.Documents.Moodle;

/// <summary>
/// A worksheet as a table. Moodle writes UTF-8 with BOM and commas; what a spreadsheet program made of it (semicolons, tabs, UTF-16, a
/// Windows code page) is read as well and remarked on.
/// </summary>
internal sealed record WorksheetFile
{
    private const long MaximumBytes = 256 << 20;

    /// <summary>The heading row exactly as it stands, without its line end; <c>null</c> where it is not in Moodle's own form.</summary>
    public required string? RawHeader { get; init; }

    /// <summary>The heading's cells.</summary>
    public required IReadOnlyList<string> Header { get; init; }

    /// <summary>The rows, each with as many cells as the heading.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>The line end of the heading row.</summary>
    public required string LineEnd { get; init; }

    /// <summary>What is not as Moodle wrote it.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnusableInputException">It cannot be read, or is no table.</exception>
    public static WorksheetFile Read(string path)
    {
        var remarks = new List<string>();
        var text = Decode(ReadBytes(path), remarks);
        var delimiter = Delimiter(text);
        if (delimiter != ",")
            remarks.Add(
                $"The worksheet has {(delimiter == ";" ? "semicolons" : "tabs")} between its cells, as a spreadsheet program saves " +
                "it. The filled worksheet has commas again, as Moodle expects.");
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            BadDataFound = null,
            IgnoreBlankLines = true,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        if (!parser.Read() || parser.Record is not { } header)
            throw new UnusableInputException($"The worksheet “{path}” is empty.");
        var rawHeader = parser.RawRecord;
        return new WorksheetFile
        {
            RawHeader = delimiter == "," ? rawHeader.TrimEnd('\r', '\n') : null,
            Header = header,
            Rows = ReadRows(path, parser, header.Length),
            LineEnd = rawHeader.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n",
            Remarks = remarks,
        };
    }

    private static List<IReadOnlyList<string>> ReadRows(string path, CsvParser parser, int width)
    {
        var rows = new List<IReadOnlyList<string>>();
        while (parser.Read())
        {
            var cells = parser.Record ?? [];
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (cells.Skip(width).Any(c => c.Length > 0))
                throw new UnusableInputException(
                    $"Row {parser.RawRow} of the worksheet “{path}” has {cells.Length} cells, its heading {width}. Download the " +
                    "worksheet from Moodle again.");
            // Spreadsheet programs leave out empty cells at the end.
            rows.Add([.. cells.Take(width), .. Enumerable.Repeat("", Math.Max(0, width - cells.Length))]);
        }
        return rows;
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaximumBytes })
                throw new UnusableInputException($"“{path}” is too large to be a grading worksheet.");
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"The worksheet “{path}” cannot be read: {e.Message}", e);
        }
    }

    private static string Decode(byte[] bytes, List<string> remarks)
    {
        if (bytes.AsSpan().StartsWith("PK"u8) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new UnusableInputException(
                "The worksheet is a spreadsheet document or an archive, not a CSV file. Use the file from Moodle's “Download grading " +
                "worksheet”, or save it as CSV (UTF-8).");
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            remarks.Add(
                "The worksheet is in UTF-16, as a spreadsheet program saves it. The filled worksheet is in UTF-8, as Moodle expects.");
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes.AsSpan(2));
        }
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true)
                .GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException)
        {
            remarks.Add(
                "The worksheet is not in UTF-8; a spreadsheet program saved it in a Windows code page, where names may have been " +
                "lost. Better use the file that Moodle gave.");
            return (CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1).GetString(bytes);
        }
    }

    /// <summary>The sign that stands most often in the first line outside of quotes.</summary>
    private static string Delimiter(string text)
    {
        var counts = new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 };
        var isQuoted = false;
        foreach (var c in text)
        {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && c is '\n' or '\r')
                break;
            else if (!isQuoted && counts.TryGetValue(c, out var count))
                counts[c] = count + 1;
        }
        return counts.MaxBy(c => c.Value).Key.ToString();
    }
}
