using System.Globalization;
using System.Text;
using AutoGrader.Documents.Intake;
using CsvHelper;
using CsvHelper.Configuration;

namespace AutoGrader.Application.Review;

/// <summary>
/// Reads a filled-in <c>review.csv</c>. Liberal, because it has been through a spreadsheet: comma, semicolon or tab; UTF-8 or the
/// Windows code page; any order of columns.
/// </summary>
internal static class ReviewFile
{
    private static readonly string[] Delimiters = [",", ";", "\t"];
    private static readonly string[] Needed = ["participant", "criterion", "points"];

    /// <summary>The rows in which somebody has decided something.</summary>
    /// <exception cref="UnusableInputException">It cannot be read or lacks a column.</exception>
    public static IReadOnlyList<ReviewRow> Read(string path)
    {
        string text;
        try
        {
            text = Decode(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"The file of decisions {path} cannot be read: {fault.Message}", fault);
        }
        try
        {
            return Parse(text, path);
        }
        catch (CsvHelperException fault)
        {
            throw new UnusableInputException($"The file of decisions {path} is no CSV table: save it as CSV from your spreadsheet.", fault);
        }
    }

    private static List<ReviewRow> Parse(string text, string path)
    {
        var header = text.AsSpan()[..(text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length)].ToString();
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiters.MaxBy(mark => header.Count(c => c == mark[0]))!,
            PrepareHeaderForMatch = args => args.Header?.Trim().ToLowerInvariant() ?? "",
            MissingFieldFound = null,
            BadDataFound = null,
        };
        using var csv = new CsvReader(new StringReader(text), configuration);
        csv.Read();
        csv.ReadHeader();
        var columns = (csv.HeaderRecord ?? []).Select(h => h.Trim().ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        if (Needed.Where(name => !columns.Contains(name)).ToList() is { Count: > 0 } missing)
            throw new UnusableInputException(
                $"The file of decisions {path} lacks the column {string.Join(", ", missing)}: "
                + "fill in the review.csv of an earlier run and keep its first line.");
        var rows = new List<ReviewRow>();
        while (csv.Read())
        {
            string Field(string name) => Unguarded(csv.GetField(name) ?? "");
            var row = new ReviewRow(
                csv.Parser.RawRow, Field("participant"), Field("criterion"), Field("points"), Field("reason"), Field("by"),
                Field("version"));
            if (row.Points.Length > 0)
                rows.Add(row);
        }
        return rows;
    }

    /// <summary>Takes away the apostrophe that guards a cell against being taken for a formula.</summary>
    private static string Unguarded(string cell)
    {
        cell = cell.Trim();
        return cell.Length > 1 && cell[0] == '\'' && "=+-@\t\r".Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;
    }

    private static string Decode(byte[] bytes)
    {
        var content = bytes.AsSpan();
        if (content.StartsWith(Encoding.UTF8.Preamble))
            content = content[Encoding.UTF8.Preamble.Length..];
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }
}
