using AutoGrader.Core.Submissions;

namespace AutoGrader.Documents.Intake;

/// <summary>A hand-in after the hand-in rules: a PDF to grade, or reasons why not; possibly both remarks and a PDF.</summary>
public sealed record HandInInspection
{
    /// <summary>
    /// The name of the file the inspection is about, as uploaded; <c>null</c> where there was none, or none could be chosen.
    /// </summary>
    public string? Uploaded { get; init; }

    /// <summary>The file the inspection is about; <c>null</c> where there was none, or none could be chosen.</summary>
    public HandInFile? UploadedFile { get; init; }

    /// <summary>Paths of the participant's other files, which were not looked at.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>The surname in the ZIP's name, as written there; <c>null</c> where the name has no such form.</summary>
    public string? Surname { get; init; }

    /// <summary>The matriculation number in the ZIP's name; <c>null</c> where the name has no such form.</summary>
    public string? Matriculation { get; init; }

    /// <summary>The PDF's name inside the ZIP, without folders.</summary>
    public string? PdfName { get; init; }

    /// <summary>
    /// The PDF; <c>null</c> where the rules forbid grading. Its bytes are as they are: whether it can be read, the reader finds out.
    /// </summary>
    public byte[]? Pdf { get; init; }

    /// <summary>
    /// Broken rules and remarks, most important first. With a PDF they are remarks only (identity, duplicate, late, draft).
    /// </summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>When it was uploaded (wall clock at the server), where known.</summary>
    public DateTime? UploadedAt { get; init; }
}
