namespace AutoGrader.Documents.Moodle;

/// <summary>Moodle's offline grading worksheet: read liberally (English and German headers), written strictly (formats, section 3.3).</summary>
public sealed class GradingWorksheet
{
    private GradingWorksheet()
    {
    }

    /// <summary>The rows in the file's order.</summary>
    public IReadOnlyList<WorksheetRow> Rows => throw new NotImplementedException();

    /// <summary>What a tutor should know before uploading the filled worksheet: rows that Moodle would drop or refuse, and why.</summary>
    public IReadOnlyList<string> Remarks => throw new NotImplementedException();

    /// <summary>Reads a worksheet.</summary>
    /// <exception cref="Intake.UnusableInputException">It is not a grading worksheet; the message names what is missing.</exception>
    public static GradingWorksheet Read(string path) => throw new NotImplementedException();

    /// <summary>
    /// Writes the rows that change: header row and identifiers byte for byte, grades and comments by the rules of formats section 3.3.
    /// </summary>
    /// <param name="output">Where to write.</param>
    /// <param name="entries">What to write, by participant number. Numbers without a row are refused by an <see cref="ArgumentException"/>.</param>
    /// <param name="downloadedAt">When the worksheet was downloaded; goes into the "Last modified (grade)" cells as ISO 8601 with offset.</param>
    public void Write(Stream output, IReadOnlyDictionary<string, WorksheetEntry> entries, DateTimeOffset downloadedAt) => throw new NotImplementedException();
}
