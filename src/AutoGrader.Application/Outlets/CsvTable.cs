using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace AutoGrader.Application.Outlets;

/// <summary>
/// Writes a table for spreadsheets: UTF-8 with byte order mark, comma, a line per row. Cells that a spreadsheet would take for a formula
/// are guarded by an apostrophe, because names, file names and answers are the students'.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    private readonly StreamWriter _text;
    private readonly CsvWriter _csv;

    public CsvTable(Stream output, IEnumerable<string> header)
    {
        _text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        _csv = new CsvWriter(_text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" });
        Write(header);
    }

    public void Write(IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            _csv.WriteField(Guarded(cell ?? ""));
        _csv.NextRecord();
    }

    public void Dispose()
    {
        _csv.Dispose();
        _text.Dispose();
    }

    private static string Guarded(string cell)
    {
        var line = OneLine(cell);
        return line.Length > 0 && "=+-@".Contains(line[0], StringComparison.Ordinal) ? "'" + line : line;
    }

    // Line ends inside cells are legal CSV, but make every line count and every careless reader wrong.
    private static string OneLine(string cell) => string.Join(
        " ", cell.Split(['\r', '\n', '\t', '\u2028', '\u2029', '\0'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
