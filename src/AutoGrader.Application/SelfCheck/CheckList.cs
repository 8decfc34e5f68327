using AutoGrader.Core;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.SelfCheck;

/// <summary>A rule and whether a hand-in keeps it.</summary>
/// <param name="Key">Its name for programs.</param>
/// <param name="Text">The rule, as something that is so.</param>
/// <param name="IsKept">Whether it is so; <c>null</c> where an earlier fault hides it.</param>
public sealed record CheckedRule(string Key, LocalizedText Text, bool? IsKept);

/// <summary>The rules of handing in, one after the other, as far as they could be looked at.</summary>
public static class CheckList
{
    private static readonly (string Key, LocalizedText Text, ReasonCode[] Breaks)[] Rules =
    [
        ("archive", new("The file is a ZIP archive that opens", "Die Datei ist ein ZIP-Archiv, das sich öffnen lässt"),
            [ReasonCode.NotAZip, ReasonCode.DamagedZip, ReasonCode.UnsafeArchive]),
        ("name", new("The ZIP's name is right", "Der Name der ZIP-Datei stimmt"), [ReasonCode.ZipName]),
        ("one-pdf", new("Exactly one PDF is inside", "Genau eine PDF-Datei liegt darin"), [ReasonCode.NoPdf, ReasonCode.SeveralPdfs]),
        ("pdf-name", new("The PDF's name fits", "Der Name der PDF-Datei passt"), [ReasonCode.PdfName]),
        ("opens", new("The PDF opens", "Die PDF-Datei lässt sich öffnen"), [ReasonCode.UnreadablePdf, ReasonCode.EncryptedPdf]),
        ("text", new("The PDF holds text, not images of it", "Die PDF-Datei enthält Text, nicht Bilder davon"), [ReasonCode.NoTextLayer]),
    ];

    /// <summary>The rules and whether the hand-in keeps them.</summary>
    public static IReadOnlyList<CheckedRule> Of(CheckResult result)
    {
        var broken = result.Reasons.Select(r => r.Code).ToHashSet();
        return [.. Rules.Select(rule => new CheckedRule(rule.Key, rule.Text, IsKept(rule.Key, rule.Breaks, result, broken)))];
    }

    private static bool? IsKept(string key, ReasonCode[] breaks, CheckResult result, HashSet<ReasonCode> broken)
    {
        if (breaks.Any(broken.Contains))
            return false;
        var isSeen = key switch
        {
            "archive" => true,
            // A name is told to be right only where it could be compared.
            "name" => !broken.Contains(ReasonCode.NotAZip),
            "one-pdf" => result.PdfName is not null,
            "pdf-name" => result.PdfName is not null && !broken.Contains(ReasonCode.ZipName),
            _ => result.WasRead,
        };
        return isSeen ? true : null;
    }
}
