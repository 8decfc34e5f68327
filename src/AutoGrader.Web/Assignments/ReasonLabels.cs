using AutoGrader.Core.Submissions;
using AutoGrader.Web.Localisation;

namespace AutoGrader.Web.Assignments;

/// <summary>Reasons in a few words, for tables; the reason itself says more.</summary>
internal static class ReasonLabels
{
    public static string Of(string wireName, Speech say) => ReasonCodes.FromWireName(wireName) switch
    {
        ReasonCode.ZipName => say["name of the ZIP", "Name der ZIP-Datei"],
        ReasonCode.PdfName => say["name of the PDF", "Name der PDF-Datei"],
        ReasonCode.NoPdf => say["no PDF inside", "keine PDF-Datei darin"],
        ReasonCode.SeveralPdfs => say["several PDFs inside", "mehrere PDF-Dateien darin"],
        ReasonCode.NotAZip => say["no ZIP archive", "kein ZIP-Archiv"],
        ReasonCode.DamagedZip => say["damaged ZIP", "beschädigtes ZIP"],
        ReasonCode.UnsafeArchive => say["unsafe archive", "gefährliches Archiv"],
        ReasonCode.UnreadablePdf => say["PDF cannot be opened", "PDF nicht zu öffnen"],
        ReasonCode.EncryptedPdf => say["encrypted PDF", "verschlüsseltes PDF"],
        ReasonCode.NoTextLayer => say["images of text", "Bilder von Text"],
        ReasonCode.IdentityMismatch => say["other name than in Moodle", "anderer Name als in Moodle"],
        ReasonCode.Late => say["late", "verspätet"],
        ReasonCode.Draft => say["draft", "Entwurf"],
        ReasonCode.DuplicateSubmission => say["handed in twice", "doppelt abgegeben"],
        _ => wireName,
    };
}
