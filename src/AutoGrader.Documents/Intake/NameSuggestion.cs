using System.Text.RegularExpressions;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Documents.Intake;

/// <summary>
/// The right name for a wrongly named ZIP, from what is known: the name in Moodle, the number in the wrong name or in the PDF's. What is
/// not known, or in dispute, is left as a word for the student to fill in.
/// </summary>
internal sealed partial record NameSuggestion
{
    private readonly string? surname;
    private readonly string? number;
    private readonly (string Zip, string Pdf)? conflict;

    /// <summary>Collects what is known.</summary>
    /// <param name="zipName">The wrong name.</param>
    /// <param name="pdfNames">The names of the PDFs inside.</param>
    /// <param name="fullName">The name in Moodle; <c>null</c> for groups and where it is hidden.</param>
    /// <param name="rules">What a number looks like.</param>
    public NameSuggestion(string zipName, IEnumerable<string> pdfNames, string? fullName, HandInRules rules)
    {
        var inZip = OnlyNumber([zipName], rules);
        var inPdf = OnlyNumber(pdfNames, rules);
        if (inZip is not null && inPdf is not null && inZip != inPdf)
            conflict = (inZip, inPdf);
        else
            number = inZip ?? inPdf;
        surname = Surname(Path.GetFileNameWithoutExtension(zipName), fullName);
    }

    /// <summary>What to do about the ZIP's name.</summary>
    public LocalizedText ForZip()
    {
        var english = $"{surname ?? "Surname"}-{number ?? "MatriculationNumber"}.zip";
        var german = $"{surname ?? "Nachname"}-{number ?? "Matrikelnummer"}.zip";
        if (conflict is { } numbers)
            return new(
                $"The ZIP's name has the number {numbers.Zip}, the PDF's {numbers.Pdf}: check which is yours and name the file " +
                $"“{english}” with the right one.",
                $"Im Namen des ZIPs steht die Nummer {numbers.Zip}, in dem des PDFs {numbers.Pdf}: Bitte prüfen Sie, welche Ihre ist, " +
                $"und nennen Sie die Datei mit der richtigen „{german}“.");
        var (englishWords, germanWords) = (surname, number) switch
        {
            (null, null) => (" (with your surname and your matriculation number)", " (mit Ihrem Nachnamen und Ihrer Matrikelnummer)"),
            (null, _) => (" (with your surname)", " (mit Ihrem Nachnamen)"),
            (_, null) => (" (with your matriculation number)", " (mit Ihrer Matrikelnummer)"),
            _ => ("", ""),
        };
        return new(
            $"Name the file “{english}”{englishWords} and hand it in again.",
            $"Bitte nennen Sie die Datei „{german}“{germanWords} und geben Sie sie erneut ab.");
    }

    /// <summary>
    /// What to do about the PDF's name: follow the ZIP, unless the PDF carries another number, where only the student knows which is right.
    /// </summary>
    public static LocalizedText ForPdf(string pdfName, HandInName expected)
    {
        var shortest = Math.Min(5, expected.Matriculation.Length);
        if (Numbers().Matches(pdfName).Any(m => m.Value != expected.Matriculation && m.Length >= shortest))
            return new(
                $"Check which number is yours. If the ZIP's name is right, name the PDF “{expected}.pdf”; otherwise correct the ZIP's " +
                "name. Both must have the same surname and number.",
                $"Bitte prüfen Sie, welche Nummer Ihre ist. Stimmt der Name des ZIPs, nennen Sie das PDF „{expected}.pdf“; sonst " +
                "berichtigen Sie den Namen des ZIPs. Beide müssen denselben Nachnamen und dieselbe Nummer tragen.");
        return new(
            $"Name the PDF “{expected}.pdf”, pack it again and hand it in again.",
            $"Bitte nennen Sie das PDF „{expected}.pdf“, packen Sie es neu und geben Sie es erneut ab.");
    }

    private static string? OnlyNumber(IEnumerable<string> names, HandInRules rules)
    {
        var numbers = names.SelectMany(n => Numbers().Matches(n)).Select(m => m.Value).Where(n => HandInName.IsMatriculation(n, rules))
            .Distinct().Take(2).ToArray();
        return numbers.Length == 1 ? numbers[0] : null;
    }

    /// <summary>
    /// The word of the wrong name that is in the Moodle name, else the likely surname in Moodle; without Moodle the only word there is.
    /// </summary>
    private static string? Surname(string stem, string? fullName)
    {
        var words = Words().Matches(NameKeys.WellFormed(stem).Normalize()).Select(m => m.Value).ToArray();
        if (fullName is null)
            return words.Length == 1 && HandInName.IsSurname(words[0]) ? words[0] : null;
        var likely = MoodleIdentity.LikelySurname(fullName) is { } guess
            ? string.Concat(guess.EnumerateRunes().Where(HandInName.IsAllowed))
            : null;
        var known = words.Where(w => MoodleIdentity.IsSame(w, fullName)).Distinct().ToArray();
        var best = known.Length == 1 && (likely is null || !PdfNameRule.ContainsSurname(stem, likely)) ? known[0] : likely;
        return best is not null && HandInName.IsSurname(best) ? best : null;
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[\p{L}\p{M}'’]+")]
    private static partial Regex Words();
}
