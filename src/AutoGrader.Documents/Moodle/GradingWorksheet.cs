using System.Text.RegularExpressions;
using AutoGrader.Documents.Intake;

namespace AutoGrader.Documents.Moodle;

/// <summary>
/// Moodle's offline grading worksheet: read liberally (English and German headers), written strictly (formats, section 3.3).
/// </summary>
public sealed partial class GradingWorksheet
{
    private readonly WorksheetFile file;
    private readonly WorksheetHeader header;
    private readonly List<IReadOnlyList<string>> cells = [];

    private GradingWorksheet(WorksheetFile file, WorksheetHeader header)
    {
        this.file = file;
        this.header = header;
        var rows = new List<WorksheetRow>();
        var remarks = new List<string>(file.Remarks);
        foreach (var row in file.Rows)
        {
            if (ReadRow(row) is not { } read)
            {
                remarks.Add(
                    $"The row “{string.Join(", ", row.Where(c => c.Length > 0).Take(3))}” is no participant's: its identifier has no " +
                    "number. It was left aside.");
                continue;
            }
            rows.Add(read);
            cells.Add(row);
        }
        Rows = rows;
        Remarks = [.. remarks, .. WorksheetRemarks.On(rows, IsScale, HasComments)];
    }

    /// <summary>The rows in the file's order.</summary>
    public IReadOnlyList<WorksheetRow> Rows { get; }

    /// <summary>What a tutor should know before uploading the filled worksheet: rows that Moodle would drop or refuse, and why.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>The maximum grade, where the assignment has points.</summary>
    public decimal? MaximumGrade => Rows.Select(r => r.MaximumGrade).FirstOrDefault(m => m is not null);

    /// <summary>Whether the assignment is graded by a scale of words, which takes no points.</summary>
    public bool IsScale => header[WorksheetColumn.Scale] is not null;

    /// <summary>Whether there is a column for comments.</summary>
    public bool HasComments => header[WorksheetColumn.Comment] is not null;

    /// <summary>Reads a worksheet.</summary>
    /// <exception cref="UnusableInputException">It is not a grading worksheet; the message names what is missing.</exception>
    public static GradingWorksheet Read(string path)
    {
        var file = WorksheetFile.Read(path);
        var header = new WorksheetHeader(file.Header);
        var missing = header.Missing().ToArray();
        if (missing.Length > 0)
            throw new UnusableInputException(
                $"“{path}” is no grading worksheet that can be used: there is no column {string.Join(" and no column ", missing)}. " +
                "Set Moodle to English or German and use “Download grading worksheet”.");
        return new(file, header);
    }

    /// <summary>
    /// Finds the rows of a hand-in. By number; in a group assignment by the group's name first, because groups have numbers of their own
    /// that could be those of a participant by chance.
    /// </summary>
    public WorksheetMatch Match(HandIn handIn)
    {
        if (handIn.ParticipantNumber is null)
            return new(handIn, [], null);
        var numbered = Rows.Where(r => r.ParticipantNumber == handIn.ParticipantNumber).ToArray();
        if (header[WorksheetColumn.Group] is null)
            return new(handIn, numbered, null);
        var members = Rows.Where(r => r.Group is { Length: > 0 } group && MoodleNames.Clean(group) == handIn.Name).ToArray();
        var groups = members.Select(m => m.Group).Distinct(StringComparer.Ordinal).Count();
        if (groups > 1)
            return new(handIn with { IsGroup = true }, [],
                $"The groups of the hand-in “{handIn.Name}” ({handIn.ParticipantNumber}) have names that Moodle's zip makes equal; " +
                "its members must be looked up in Moodle.");
        if (groups == 1)
            return new(handIn with { IsGroup = true }, members, null);
        // Moodle up to 4.0: "Group-Name_ID", a set per member. The row is the member's own.
        var own = numbered.Where(r => r.FullName is null || handIn.Name is null ||
            handIn.Name.EndsWith(MoodleNames.Clean(r.FullName), StringComparison.Ordinal)).ToArray();
        return new(handIn with { IsGroup = handIn.IsGroup || own.Any(r => r.Group is { Length: > 0 }) }, own, null);
    }

    /// <summary>
    /// Writes the rows that change: header row and identifiers byte for byte, grades and comments by the rules of formats section 3.3.
    /// Where no entry has a comment the comments' column is left out, which is Moodle's way to leave comments alone.
    /// </summary>
    /// <param name="output">Where to write.</param>
    /// <param name="entries">What to write, by participant number.</param>
    /// <param name="downloadedAt">When the worksheet was downloaded; goes into the "Last modified (grade)" cells as ISO 8601 with
    /// offset.</param>
    /// <returns>What a tutor should know about what was written: a sentence each.</returns>
    /// <exception cref="ArgumentException">A number has no row, or a grade is negative or above the maximum.</exception>
    public IReadOnlyList<string> Write(Stream output, IReadOnlyDictionary<string, WorksheetEntry> entries, DateTimeOffset downloadedAt) =>
        new WorksheetWriter(file, header, [.. Rows.Zip(cells)], IsScale).Write(output, entries, downloadedAt);

    private WorksheetRow? ReadRow(IReadOnlyList<string> row)
    {
        var identifier = header.Cell(row, WorksheetColumn.Identifier) ?? "";
        if (TrailingDigits().Match(identifier) is not { Success: true } number)
            return null;
        var status = WorksheetStatus.Parse(header.Cell(row, WorksheetColumn.Status) ?? "");
        return new WorksheetRow
        {
            Identifier = identifier,
            ParticipantNumber = number.Value,
            FullName = FullName(header.Cell(row, WorksheetColumn.FullName)),
            Email = header.Cell(row, WorksheetColumn.Email),
            Group = header.Cell(row, WorksheetColumn.Group),
            Status = header.Cell(row, WorksheetColumn.Status) ?? "",
            IsNothingSubmitted = status.IsNothingSubmitted,
            IsDraft = status.IsDraft,
            IsLate = status.IsLate,
            ExtensionUntil = status.ExtensionUntil,
            Due = WorksheetDate.Find(header.Cell(row, WorksheetColumn.DueDate)),
            SubmittedAt = WorksheetDate.Find(header.Cell(row, WorksheetColumn.SubmissionModified)),
            Grade = header.Cell(row, WorksheetColumn.Grade) ?? "",
            Comment = header.Cell(row, WorksheetColumn.Comment) ?? "",
            MaximumGrade = WorksheetNumber.Parse(header.Cell(row, WorksheetColumn.MaximumGrade)),
            CanBeChanged = header.Cell(row, WorksheetColumn.CanBeChanged) is not ("No" or "Nein"),
        };
    }

    /// <summary>An anonymous assignment shows <c>Participant 12 (Jane Doe)</c> to those who may see names.</summary>
    private static string? FullName(string? cell)
    {
        if (string.IsNullOrWhiteSpace(cell))
            return null;
        var revealed = RevealedName().Match(cell);
        var name = (revealed.Success && MoodleNames.IsAnonymous(revealed.Groups[1].Value.Trim()) ? revealed.Groups[2].Value : cell).Trim();
        return MoodleNames.IsAnonymous(name) ? null : name;
    }

    [GeneratedRegex(@"[0-9]+(?=\s*$)")]
    private static partial Regex TrailingDigits();

    [GeneratedRegex(@"^([^()]+)\((.+)\)\s*$")]
    private static partial Regex RevealedName();
}
