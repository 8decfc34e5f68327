using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Documents.Intake;

/// <summary>Says in which way a file's name breaks <c>Surname-MatriculationNumber.zip</c>, as exactly as a student needs it.</summary>
internal static partial class HandInNameFault
{
    /// <summary>What file systems allow; more would only make the search for what is wrong slow.</summary>
    private const int LongestName = 255;

    /// <summary>What is wrong, or <c>null</c> where nothing is. The name is in composed Unicode.</summary>
    public static LocalizedText? Find(string name, HandInRules rules)
    {
        if (name.Length > LongestName)
            return new($"The name is longer than {LongestName} characters.", $"Der Name ist länger als {LongestName} Zeichen.");
        if (!name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            return new($"“{name}” does not end in “.zip”.", $"„{name}“ endet nicht auf „.zip“.");
        var stem = name[..^".zip".Length];
        var hyphen = stem.LastIndexOf('-');
        if (hyphen >= 0 && HandInName.IsSurname(stem[..hyphen]) && HandInName.IsMatriculation(stem[(hyphen + 1)..], rules))
            return null;
        return new(
            $"The name “{name}” is not “Surname-MatriculationNumber.zip”: {English(stem, rules)}.",
            $"Der Name „{name}“ entspricht nicht „Nachname-Matrikelnummer.zip“: {German(stem, rules)}.");
    }

    private static string English(string stem, HandInRules rules) => Classify(stem, rules) switch
    {
        Kind.Copy => "it carries a mark such as “(1)”, which browsers and systems add to copies",
        Kind.Underscore => "it has an underscore “_”, where only a hyphen “-” may stand between surname and number",
        Kind.ForeignDigits => "its digits are not the ordinary ones (0 to 9)",
        Kind.NoNumber => "there is no matriculation number in it",
        Kind.Reversed => "the number comes first; the surname must come first",
        Kind.Length => $"the number must have {rules.MinimumDigits} to {rules.MaximumDigits} digits",
        Kind.NoSurname => "there is no surname before the number",
        Kind.Dash => "surname and number are separated by a dash “–”; it must be a simple hyphen “-”",
        Kind.NoHyphen => "there is no hyphen “-” between surname and number",
        Kind.AroundHyphen => "next to the hyphen there may be nothing but the surname and the number, no space and no second hyphen",
        Kind.AfterNumber => "after the number nothing may follow",
        _ => $"the surname may consist of letters, spaces, hyphens and apostrophes only, not of “{Forbidden(stem)}”",
    };

    private static string German(string stem, HandInRules rules) => Classify(stem, rules) switch
    {
        Kind.Copy => "Er trägt einen Zusatz wie „(1)“, den Browser und Systeme bei Kopien anhängen",
        Kind.Underscore => "Er enthält einen Unterstrich „_“; zwischen Nachname und Nummer darf nur ein Bindestrich „-“ stehen",
        Kind.ForeignDigits => "Seine Ziffern sind nicht die gewöhnlichen (0 bis 9)",
        Kind.NoNumber => "Die Matrikelnummer fehlt",
        Kind.Reversed => "Die Nummer steht vorn; zuerst muss der Nachname kommen",
        Kind.Length => $"Die Nummer muss {rules.MinimumDigits} bis {rules.MaximumDigits} Ziffern haben",
        Kind.NoSurname => "Vor der Nummer steht kein Nachname",
        Kind.Dash => "Zwischen Nachname und Nummer steht ein Gedankenstrich „–“; es muss ein einfacher Bindestrich „-“ sein",
        Kind.NoHyphen => "Zwischen Nachname und Nummer fehlt der Bindestrich „-“",
        Kind.AroundHyphen =>
            "Neben dem Bindestrich darf nichts als Nachname und Nummer stehen, kein Leerzeichen und kein zweiter Bindestrich",
        Kind.AfterNumber => "Nach der Nummer darf nichts mehr folgen",
        _ => $"Der Nachname darf nur aus Buchstaben, Leerzeichen, Bindestrichen und Apostrophen bestehen, nicht aus „{Forbidden(stem)}“",
    };

    private static Kind Classify(string stem, HandInRules rules)
    {
        if (stem.EnumerateRunes().Any(r => Rune.IsDigit(r) && !r.IsAscii))
            return Kind.ForeignDigits;
        if (!Digits().Matches(stem).Any(m => HandInName.IsMatriculation(m.Value, rules)))
            return PlainNumber().IsMatch(stem) ? Kind.Length : Kind.NoNumber;
        if (CopyMark().IsMatch(stem))
            return Kind.Copy;
        if (stem.Contains('_', StringComparison.Ordinal))
            return Kind.Underscore;
        if (!stem.EnumerateRunes().Any(Rune.IsLetter))
            return Kind.NoSurname;
        if (ReversedOrder().IsMatch(stem))
            return Kind.Reversed;
        if (DashedNumber().IsMatch(stem))
            return Kind.Dash;
        if (!PlainNumber().IsMatch(stem))
            return AttachedNumber().IsMatch(stem) ? Kind.NoHyphen : PaddedHyphen().IsMatch(stem) ? Kind.AroundHyphen : Kind.AfterNumber;
        return PaddedHyphen().IsMatch(stem) ? Kind.AroundHyphen : Kind.Characters;
    }

    private static string Forbidden(string stem)
    {
        var surname = stem[..Math.Max(0, stem.LastIndexOf('-'))];
        var forbidden = string.Concat(surname.EnumerateRunes().Where(r => !HandInName.IsAllowed(r)).Distinct().Select(Shown));
        return forbidden.Length > 0 ? forbidden : surname;
    }

    private static string Shown(Rune rune) =>
        Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
            ? $"U+{rune.Value:X4} "
            : rune.ToString();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\([^)]*\)\s*$|\b(?:copy|kopie)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CopyMark();

    [GeneratedRegex(@"^\s*[0-9]+\s*[-\s]\s*\D+$")]
    private static partial Regex ReversedOrder();

    [GeneratedRegex(@"[\u2010-\u2015\u2212]\s*[0-9]+$")]
    private static partial Regex DashedNumber();

    [GeneratedRegex("-[0-9]+$")]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"[^-\s0-9]\s?[0-9]+$")]
    private static partial Regex AttachedNumber();

    [GeneratedRegex(@"[\s-]-[0-9]|-\s+[0-9]|^[\s-]")]
    private static partial Regex PaddedHyphen();

    private enum Kind
    {
        Characters,
        Copy,
        Underscore,
        ForeignDigits,
        NoNumber,
        NoSurname,
        Reversed,
        Dash,
        NoHyphen,
        AroundHyphen,
        AfterNumber,
        Length,
    }
}
