using System.Text;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Documents.Intake;

/// <summary>A name of the form <c>Surname-MatriculationNumber.zip</c> (architecture section 9).</summary>
/// <param name="Surname">The surname as written, in composed Unicode (NFC).</param>
/// <param name="Matriculation">The number, ASCII digits.</param>
public sealed record HandInName(string Surname, string Matriculation)
{
    /// <summary>Reads a file's name, or says in which way it breaks the rule.</summary>
    public static HandInName? TryParse(string fileName, HandInRules rules, out LocalizedText? fault)
    {
        var name = NameKeys.WellFormed(fileName).Normalize(NormalizationForm.FormC);
        fault = HandInNameFault.Find(name, rules);
        if (fault is not null)
            return null;
        var hyphen = name.LastIndexOf('-');
        return new(name[..hyphen], name[(hyphen + 1)..^".zip".Length]);
    }

    /// <summary>The name without ending: <c>Surname-MatriculationNumber</c>.</summary>
    public override string ToString() => $"{Surname}-{Matriculation}";

    /// <summary>Whether a text is a number of the allowed length in ASCII digits.</summary>
    internal static bool IsMatriculation(string text, HandInRules rules) =>
        text.Length >= rules.MinimumDigits && text.Length <= rules.MaximumDigits && text.All(char.IsAsciiDigit);

    /// <summary>
    /// Whether a text is a surname: letters of any script with their marks, spaces, hyphens and apostrophes, a letter or an apostrophe at
    /// both ends. The zero-width joiners are part of Persian and Indic spelling.
    /// </summary>
    internal static bool IsSurname(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        return runes.Any(Rune.IsLetter) && runes.All(IsAllowed) && IsEdge(runes[0]) && (IsEdge(runes[^1]) || NameKeys.IsMark(runes[^1]));
    }

    /// <summary>Whether a character may stand in a surname.</summary>
    internal static bool IsAllowed(Rune rune) =>
        Rune.IsLetter(rune) || NameKeys.IsMark(rune) || rune.Value is ' ' or '\u00A0' or '-' or '\'' or '’' or '\u200C' or '\u200D';

    private static bool IsEdge(Rune rune) => Rune.IsLetter(rune) || rune.Value is '\'' or '’';
}
