using System.Text.RegularExpressions;

namespace AutoGrader.Documents.Moodle;

/// <summary>Moodle's rules for names in its zips (formats, sections 1.3 and 1.4).</summary>
internal static partial class MoodleNames
{
    /// <summary>A person's or group's name as Moodle writes it into an entry's name.</summary>
    public static string Clean(string name) => CleanFile(name.Replace('_', ' '));

    /// <summary>A file's name as Moodle stores it.</summary>
    public static string CleanFile(string name) => Dots().Replace(Removed().Replace(name, ""), "");

    /// <summary>Whether a name is the word that stands for everybody in anonymous assignments, in a language we know.</summary>
    public static bool IsAnonymous(string name) => Anonymous().IsMatch(name);

    [GeneratedRegex("""[\p{Cc}&<>"`|':\\/]""")]
    private static partial Regex Removed();

    [GeneratedRegex(@"\.\.+")]
    private static partial Regex Dots();

    [GeneratedRegex(
        "^(?:Participant|Teilnehmer/?(?:in)?|Participante|Partecipante|Deelnemer|Uczestnik|Deltaker|Deltagare|Deltager)[ 0-9]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Anonymous();
}
