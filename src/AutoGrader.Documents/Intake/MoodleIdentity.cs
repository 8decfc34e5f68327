using System.Text.RegularExpressions;

namespace AutoGrader.Documents.Intake;

/// <summary>
/// Compares a hand-in's surname with the name in Moodle. Which part of a full name is the surname is unknown (sites show "First Last",
/// "Last, First", middle names, double names), so any part or run of neighbouring parts will do: generous to spellings and orders, but a
/// name that does not occur at all is a mismatch. Names in different scripts cannot be compared and are mismatches, for a person to look
/// at.
/// </summary>
internal static partial class MoodleIdentity
{
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "von", "vom", "van", "der", "den", "dem", "de", "del", "della", "di", "da", "das", "do", "dos", "du", "des", "la", "le", "las",
        "los", "al", "el", "zu", "zum", "zur", "und", "y", "e", "i", "ter", "ten", "te", "bin", "ibn", "ben", "t", "af", "av",
    };

    /// <summary>Whether the surname occurs in the full name.</summary>
    public static bool IsSame(string surname, string fullName)
    {
        var parts = Parts(fullName);
        var own = Parts(surname);
        if (parts.Length == 0 || own.Length == 0)
            return false;
        if (NameWindows.Of(parts).Any(window => NameKeys.Same(window, surname)))
            return true;
        var bare = own.SkipWhile(Particles.Contains).ToArray();
        if (bare.Length > 0 && bare.Length < own.Length && NameWindows.Of(parts).Any(window => NameKeys.Same(window, string.Concat(bare))))
            return true;
        return own.All(o => parts.Any(p => NameKeys.Same(o, p)));
    }

    /// <summary>
    /// The likeliest surname of a full name, for a suggestion only: before a comma, else the last word with its particles.
    /// </summary>
    public static string? LikelySurname(string fullName)
    {
        var comma = fullName.IndexOf(',', StringComparison.Ordinal);
        var words = (comma > 0 ? fullName[..comma] : fullName).Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return null;
        var start = comma > 0 ? 0 : words.Length - 1;
        while (start > 1 && Particles.Contains(words[start - 1]))
            start--;
        return string.Join(' ', words[start..]);
    }

    private static string[] Parts(string name) => [.. Separators().Split(name).Where(p => p.Any(char.IsLetter))];

    [GeneratedRegex(@"[\s,;.()\-\u2010\u2011_/]+")]
    private static partial Regex Separators();
}
