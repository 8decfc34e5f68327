namespace AutoGrader.Documents.Intake;

/// <summary>What one participant (or team, or file of a plain folder) handed in, before any rule is applied.</summary>
public sealed record HandIn
{
    /// <summary>
    /// Unique within the input and the same whenever the same input is opened again: the participant number for Moodle exports
    /// (never the name: names are not unique), else the file's relative path.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The participant or group number of a Moodle export; <c>null</c> in plain folders and where Moodle gave none.</summary>
    public string? ParticipantNumber { get; init; }

    /// <summary>The name as the export gives it (already cleaned by Moodle); <c>null</c> where there is none or it is anonymous.</summary>
    public string? Name { get; init; }

    /// <summary>Whether a group handed in, so that the number is a group's.</summary>
    public bool IsGroup { get; init; }

    /// <summary>The files, without online text, in ordinal order of their paths.</summary>
    public required IReadOnlyList<HandInFile> Files { get; init; }

    /// <summary>Whether an online text lies beside the files. It is not read.</summary>
    public bool HasOnlineText { get; init; }
}
