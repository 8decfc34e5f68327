using System.Buffers;
using System.Globalization;
using System.Text;

namespace AutoGrader.Documents.Moodle;

/// <summary>Writes the filled worksheet so that Moodle takes it in every language and time zone (formats, sections 3.1 to 3.3).</summary>
internal sealed class WorksheetWriter(
    WorksheetFile file,
    WorksheetHeader header,
    IReadOnlyList<(WorksheetRow Row, IReadOnlyList<string> Cells)> rows,
    bool isScale)
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(" ,\"\t\r\n");

    private readonly List<string> remarks = [];

    /// <summary>Writes; returns what a tutor should know about it.</summary>
    public IReadOnlyList<string> Write(Stream output, IReadOnlyDictionary<string, WorksheetEntry> entries, DateTimeOffset downloadedAt)
    {
        Refuse(entries);
        var withComments = header[WorksheetColumn.Comment] is not null && entries.Values.Any(e => e.CommentLines is not null);
        var skipped = withComments ? null : header[WorksheetColumn.Comment];
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true)
        {
            NewLine = file.LineEnd,
        };
        writer.WriteLine(file.RawHeader is not null && skipped is null ? file.RawHeader : Line(header.Cells, skipped));
        var written = new List<(WorksheetRow Row, WorksheetEntry Entry)>();
        foreach (var (row, cells) in rows)
        {
            if (!entries.TryGetValue(row.ParticipantNumber, out var entry))
                continue;
            var grade = GradeCell(row, entry, cells);
            var comment = withComments ? CommentCell(row, entry) : "";
            if (!IsChange(row, grade, entry.CommentLines is null || !withComments ? null : comment))
                continue;
            writer.WriteLine(Line(Filled(cells, grade, comment, downloadedAt), skipped));
            written.Add((row, entry));
        }
        Remark(written);
        return remarks;
    }

    private void Refuse(IReadOnlyDictionary<string, WorksheetEntry> entries)
    {
        var known = rows.Select(r => r.Row.ParticipantNumber).ToHashSet(StringComparer.Ordinal);
        foreach (var number in entries.Keys.Where(n => !known.Contains(n)))
            throw new ArgumentException($"The worksheet has no row for participant {number}.", nameof(entries));
        foreach (var (row, _) in rows)
            if (!isScale && entries.TryGetValue(row.ParticipantNumber, out var entry) &&
                (entry.Grade < 0 || entry.Grade > row.MaximumGrade))
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture,
                        $"The grade {entry.Grade} of participant {row.ParticipantNumber} is not between 0 and {row.MaximumGrade}."),
                    nameof(entries));
    }

    private string GradeCell(WorksheetRow row, WorksheetEntry entry, IReadOnlyList<string> cells)
    {
        if (entry.Grade is not { } grade || isScale)
            return "";
        var decimals = header.Cell(cells, WorksheetColumn.MaximumGrade) is { } maximum ? Math.Min(5, WorksheetNumber.Decimals(maximum)) : 5;
        var rounded = Math.Round(grade, decimals, MidpointRounding.AwayFromZero);
        if (rounded != grade)
            remarks.Add(
                $"{WorksheetRemarks.Names([row])}: {WorksheetNumber.Format(grade)} was rounded to {WorksheetNumber.Format(rounded)}, " +
                $"because the grade item shows {decimals} decimal(s).");
        return WorksheetNumber.Format(rounded);
    }

    /// <summary>
    /// No comment to write still needs a cell, and an empty one would delete what is stored: the stored text is written back.
    /// </summary>
    private string CommentCell(WorksheetRow row, WorksheetEntry entry)
    {
        if (entry.CommentLines is not null)
            return CommentHtml.FromLines(entry.CommentLines);
        if (row.Comment.Length > 0)
            remarks.Add(
                $"{WorksheetRemarks.Names([row])}: the comment in Moodle is kept, but loses its formatting (the worksheet holds none).");
        return CommentHtml.FromLines(CommentHtml.Lines(row.Comment));
    }

    private static bool IsChange(WorksheetRow row, string grade, string? comment) =>
        grade.Length > 0 && WorksheetNumber.Parse(grade) != WorksheetNumber.Parse(row.Grade) ||
        comment is not null && CommentHtml.AsDownloaded(comment).Trim() != row.Comment.Trim();

    private string[] Filled(IReadOnlyList<string> cells, string grade, string comment, DateTimeOffset downloadedAt)
    {
        // Moodle ignores all other cells; one with a backslash could still break its reader for the whole file.
        var filled = cells.Select(c => c.Contains('\\', StringComparison.Ordinal) ? "" : c).ToArray();
        Set(filled, WorksheetColumn.Identifier, header.Cell(cells, WorksheetColumn.Identifier) ?? "");
        Set(filled, WorksheetColumn.Grade, grade);
        Set(filled, WorksheetColumn.GradeModified, downloadedAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        Set(filled, WorksheetColumn.Comment, comment);
        return filled;
    }

    private void Set(string[] filled, WorksheetColumn column, string value)
    {
        if (header[column] is { } index)
            filled[index] = value;
    }

    private void Remark(List<(WorksheetRow Row, WorksheetEntry Entry)> written)
    {
        var locked = written.Where(w => w.Entry.Grade is not null && !w.Row.CanBeChanged).Select(w => w.Row).ToArray();
        if (locked.Length > 0)
            remarks.Add(
                $"Moodle will drop these grades, which are locked or overridden in the gradebook: {WorksheetRemarks.Names(locked)}.");
        var zero = written.Where(w => w.Entry.Grade == 0 && !isScale).Select(w => w.Row).ToArray();
        if (zero.Length > 0)
            remarks.Add(
                "Moodle 5.2 and later drops grades of exactly 0 from worksheets without a word; check there: " +
                $"{WorksheetRemarks.Names(zero)}.");
    }

    internal static string Line(IReadOnlyList<string> cells, int? skipped) =>
        string.Join(',', cells.Where((_, i) => i != skipped).Select(Quoted));

    /// <summary>Quoted as Moodle does: only where a cell holds a blank, comma, quote, tab or line end.</summary>
    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(NeedQuotes) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
