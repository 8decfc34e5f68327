using AutoGrader.Core;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Feedback.Blocks;

namespace AutoGrader.Documents.Pdf.Writing;

/// <summary>What the engines say themselves, about the student's pages behind the report.</summary>
internal static class EngineTexts
{
    public static readonly LocalizedText OwnReport = new("Your report", "Ihr Bericht");

    public static readonly LocalizedText MarksHeading = new("Your report with marks", "Ihr Bericht mit Markierungen");

    public static readonly LocalizedText MarksExplained = new(
        "Your own pages follow. Boxes show what the judgements rest on; the tags name the criteria.",
        "Es folgen Ihre eigenen Seiten. Rahmen zeigen, worauf sich die Bewertung stützt; die Schilder nennen die Kriterien.");

    public static readonly LocalizedText NotCopied = new(
        "Your own pages could not be copied into this document; page numbers refer to the file you handed in.",
        "Ihre eigenen Seiten ließen sich nicht in dieses Dokument übernehmen; Seitenzahlen beziehen sich auf Ihre Datei.");

    public static readonly LocalizedText Page = new("Page", "Seite");

    public static readonly LocalizedText Met = new("met", "erfüllt");

    public static readonly LocalizedText PartlyMet = new("partly met", "teilweise erfüllt");

    public static readonly LocalizedText NotMet = new("not met", "nicht erfüllt");

    public static readonly LocalizedText ToBeReviewed = new("to be reviewed", "wird geprüft");

    /// <summary>A report that says that the student's pages are missing.</summary>
    public static FeedbackReport WithoutPages(FeedbackReport report) =>
        report with { Blocks = [.. report.Blocks, new NoticeBlock(Tone.Neutral, NotCopied.In(report.Language), [])] };
}
