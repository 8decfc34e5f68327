namespace AutoGrader.Documents.Moodle;

/// <summary>Finds the columns by Moodle's English and German headings. Unknown headings are columns nobody asks for.</summary>
internal sealed class WorksheetHeader
{
    private static readonly Dictionary<string, WorksheetColumn> Headings = new(StringComparer.Ordinal)
    {
        ["Identifier"] = WorksheetColumn.Identifier,
        ["ID"] = WorksheetColumn.Identifier,
        ["Full name"] = WorksheetColumn.FullName,
        ["Vollständiger Name"] = WorksheetColumn.FullName,
        ["Email address"] = WorksheetColumn.Email,
        ["E-Mail-Adresse"] = WorksheetColumn.Email,
        ["Status"] = WorksheetColumn.Status,
        ["Due date"] = WorksheetColumn.DueDate,
        ["Fälligkeitsdatum"] = WorksheetColumn.DueDate,
        ["Group"] = WorksheetColumn.Group,
        ["Gruppe"] = WorksheetColumn.Group,
        ["Grade"] = WorksheetColumn.Grade,
        ["Bewertung"] = WorksheetColumn.Grade,
        ["Maximum grade"] = WorksheetColumn.MaximumGrade,
        ["Bestwertung"] = WorksheetColumn.MaximumGrade,
        ["Scale"] = WorksheetColumn.Scale,
        ["Skala"] = WorksheetColumn.Scale,
        ["Grade can be changed"] = WorksheetColumn.CanBeChanged,
        ["Bewertung kann geändert werden"] = WorksheetColumn.CanBeChanged,
        ["Last modified (submission)"] = WorksheetColumn.SubmissionModified,
        ["Zuletzt geändert (Abgabe)"] = WorksheetColumn.SubmissionModified,
        ["Last modified (grade)"] = WorksheetColumn.GradeModified,
        ["Zuletzt geändert (Bewertung)"] = WorksheetColumn.GradeModified,
        ["Feedback comments"] = WorksheetColumn.Comment,
        ["Feedback als Kommentar"] = WorksheetColumn.Comment,
    };

    private readonly Dictionary<WorksheetColumn, int> indices = [];

    /// <summary>Reads the cells of the heading.</summary>
    public WorksheetHeader(IReadOnlyList<string> cells)
    {
        Cells = cells;
        for (var i = 0; i < cells.Count; i++)
            if (Headings.TryGetValue(cells[i].Normalize().Trim(), out var column))
                indices.TryAdd(column, i);
    }

    /// <summary>The headings as they stand.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>The place of a column, or <c>null</c>.</summary>
    public int? this[WorksheetColumn column] => indices.TryGetValue(column, out var index) ? index : null;

    /// <summary>The cell of a column in a row, or <c>null</c> where there is no such column.</summary>
    public string? Cell(IReadOnlyList<string> row, WorksheetColumn column) => this[column] is { } index ? row[index] : null;

    /// <summary>The headings without which Moodle refuses a worksheet, and which are missing.</summary>
    public IEnumerable<string> Missing() =>
        from needed in new[] { WorksheetColumn.Identifier, WorksheetColumn.Grade, WorksheetColumn.GradeModified }
        where this[needed] is null
        select string.Join(" / ", Headings.Where(h => h.Value == needed).Select(h => $"“{h.Key}”"));
}
