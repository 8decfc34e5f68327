namespace AutoGrader.Core.Grading;

/// <summary>
/// How rationales say that something may stand where it was not read. Two such answers are never the same, whatever was read of them.
/// </summary>
internal static class UnreadPlaces
{
    /// <summary>An image in the answer.</summary>
    public static LocalizedText Picture { get; } = new(
        "The answer holds an image that was not read.", "Die Antwort enthält ein Bild, das nicht gelesen wurde.");

    /// <summary>A page whose text was recognised.</summary>
    public static LocalizedText Recognised { get; } = new(
        "The page is an image whose text was recognised; words may be wrong.",
        "Die Seite ist ein Bild, dessen Text erkannt wurde; Wörter können falsch sein.");

    /// <summary>Parts of the report that may hold the answer.</summary>
    public static LocalizedText Parts { get; } = new(
        "No answer to this question was found, but parts of the report could not be read.",
        "Es wurde keine Antwort auf diese Frage gefunden; Teile der Abgabe konnten aber nicht gelesen werden.");

    /// <summary>Whether a rationale names one.</summary>
    public static bool AreNamedIn(LocalizedText rationale) => new[] { Picture, Recognised, Parts }
        .Any(place => rationale.English.Contains(place.English, StringComparison.Ordinal));
}
