using System.Text;
using System.Text.RegularExpressions;

namespace AutoGrader.Documents.Intake;

/// <summary>
/// The rule for the PDF's name: it contains the ZIP's surname and number, in any order, with anything around. The number must be a whole
/// run of digits. A short surname must stand alone ("Le" is not in "Lehmann"); a longer one may be joined to other words ("MuellerSheet5").
/// </summary>
internal static partial class PdfNameRule
{
    /// <summary>From this number of letters on a surname is not found within another word by accident.</summary>
    private const int LongEnough = 4;

    /// <summary>Names are at most 255 characters on every file system; more is an attempt to make us work.</summary>
    private const int MaximumLength = 255;

    /// <summary>Whether the name of a PDF (with its ending, without folders) contains surname and number.</summary>
    public static bool IsFulfilled(string pdfName, HandInName expected) =>
        ContainsNumber(pdfName, expected.Matriculation) && ContainsSurname(pdfName, expected.Surname);

    /// <summary>Whether the name contains the number as a whole run of digits.</summary>
    public static bool ContainsNumber(string pdfName, string number) => DigitRuns().Matches(pdfName).Any(m => m.Value == number);

    /// <summary>Whether the name contains the surname.</summary>
    public static bool ContainsSurname(string pdfName, string surname)
    {
        var stem = NameKeys.WellFormed(pdfName.Length <= MaximumLength ? pdfName : pdfName[..MaximumLength])
            .Normalize(NormalizationForm.FormC);
        var keys = NameKeys.Of(surname);
        if (keys.Count == 0)
            return false;
        if (keys.Min(k => k.Length) >= LongEnough || HasNoCase(surname))
            return NameKeys.Of(stem).Any(text => keys.Any(key => text.Contains(key, StringComparison.Ordinal)));
        var words = Words().Matches(stem).Select(m => m.Value).ToArray();
        return NameWindows.Of(words).Any(window => NameKeys.Of(window).Overlaps(keys));
    }

    /// <summary>Scripts without case (Chinese, Japanese, Arabic …) write no spaces we could rely on.</summary>
    private static bool HasNoCase(string surname) =>
        surname.EnumerateRunes().Where(Rune.IsLetter)
            .All(r => Rune.GetUnicodeCategory(r) == System.Globalization.UnicodeCategory.OtherLetter);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex DigitRuns();

    // A word ends where a capital follows a small letter: "SheetLe" are two.
    [GeneratedRegex(@"(?:\p{Lu}\p{M}*)+(?![\p{Ll}])|\p{Lu}?\p{M}*(?:[\p{Ll}\p{Lo}\p{Lm}\p{Lt}'’]\p{M}*)+")]
    private static partial Regex Words();
}
