using AutoGrader.Core;

namespace AutoGrader.Application.Review.Notes;

/// <summary>The text of a note: plain, of bounded length.</summary>
public static class NoteText
{
    /// <summary>The longest text, in characters.</summary>
    public const int MostCharacters = 2000;

    private static readonly LocalizedText Empty = new("A note needs a text.", "Eine Notiz braucht einen Text.");

    private static readonly LocalizedText TooLong = new(
        $"A note has at most {MostCharacters} characters.", $"Eine Notiz hat höchstens {MostCharacters} Zeichen.");

    /// <summary>Checks a text.</summary>
    /// <param name="written">As a person wrote it.</param>
    /// <param name="text">Without what cannot be seen: control characters (not all databases store them), space around it.</param>
    /// <returns>Why it cannot be taken; <c>null</c> where it can.</returns>
    internal static LocalizedText? Check(string? written, out string text)
    {
        // Browsers send two characters for the end of a line, and count one.
        var lines = (written ?? "").ReplaceLineEndings("\n");
        text = new string([.. lines.Where(c => c is '\n' or '\t' || !char.IsControl(c))]).Trim();
        return text.Length == 0 ? Empty : text.Length > MostCharacters ? TooLong : null;
    }
}
