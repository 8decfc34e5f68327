namespace AutoGrader.Documents.Intake;

/// <summary>The kinds of input.</summary>
public enum InputKind
{
    /// <summary>"Download all submissions" of a Moodle assignment, folder or flat form; zipped or unpacked.</summary>
    MoodleExport,

    /// <summary>A folder (or a zip) of hand-ins without Moodle's names.</summary>
    Folder,

    /// <summary>One hand-in.</summary>
    SingleHandIn,
}
