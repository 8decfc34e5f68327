namespace AutoGrader.Documents.Moodle;

/// <summary>A participant's row of Moodle's offline grading worksheet, as downloaded.</summary>
public sealed record WorksheetRow
{
    /// <summary>The identifier cell byte for byte: <c>Participant 2318410</c>, <c>Teilnehmer/in2318421</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>The participant number: the trailing digits of the identifier.</summary>
    public required string ParticipantNumber { get; init; }

    /// <summary>The full name; <c>null</c> in anonymous assignments.</summary>
    public string? FullName { get; init; }

    /// <summary>The e-mail address, where there is such a column.</summary>
    public string? Email { get; init; }

    /// <summary>The group's name in group assignments, as Moodle stores it.</summary>
    public string? Group { get; init; }

    /// <summary>The status cell as text.</summary>
    public string Status { get; init; } = "";

    /// <summary>Whether the status says that nothing was handed in.</summary>
    public bool IsNothingSubmitted { get; init; }

    /// <summary>Whether the status says draft, or reopened for another attempt: what lies there was not submitted.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether Moodle itself says late.</summary>
    public bool IsLate { get; init; }

    /// <summary>The extension's date in wall-clock time, where one was granted and the date could be read.</summary>
    public DateTime? ExtensionUntil { get; init; }

    /// <summary>
    /// The due date that holds for this participant, where Moodle prints one (assignments with overrides); without the extension.
    /// </summary>
    public DateTime? Due { get; init; }

    /// <summary>When the submission was last changed, wall clock of the downloader, to the minute.</summary>
    public DateTime? SubmittedAt { get; init; }

    /// <summary>The grade cell as text.</summary>
    public string Grade { get; init; } = "";

    /// <summary>The grade as a number; <c>null</c> where there is none.</summary>
    public decimal? GradeNumber => WorksheetNumber.Parse(Grade);

    /// <summary>The feedback comment as Moodle prints it: without its formatting.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The maximum grade, where the assignment has points.</summary>
    public decimal? MaximumGrade { get; init; }

    /// <summary>Whether Moodle says the grade can be changed.</summary>
    public bool CanBeChanged { get; init; } = true;
}
