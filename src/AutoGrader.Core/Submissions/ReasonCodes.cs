namespace AutoGrader.Core.Submissions;

/// <summary>The wire names of reasons, part of the JSON contract.</summary>
public static class ReasonCodes
{
    private static readonly Dictionary<ReasonCode, string> Names = new()
    {
        [ReasonCode.ZipName] = "zip-name",
        [ReasonCode.PdfName] = "pdf-name",
        [ReasonCode.NoPdf] = "no-pdf",
        [ReasonCode.SeveralPdfs] = "several-pdfs",
        [ReasonCode.NotAZip] = "not-a-zip",
        [ReasonCode.DamagedZip] = "damaged-zip",
        [ReasonCode.UnsafeArchive] = "unsafe-archive",
        [ReasonCode.UnreadablePdf] = "unreadable-pdf",
        [ReasonCode.EncryptedPdf] = "encrypted-pdf",
        [ReasonCode.NoTextLayer] = "no-text-layer",
        [ReasonCode.IdentityMismatch] = "identity-mismatch",
        [ReasonCode.Late] = "late",
        [ReasonCode.Draft] = "draft",
        [ReasonCode.DuplicateSubmission] = "duplicate-submission",
    };

    /// <summary>The name of a reason on the wire, such as <c>zip-name</c>.</summary>
    public static string WireName(this ReasonCode code) => Names[code];

    /// <summary>The reason with a wire name, or <c>null</c>.</summary>
    public static ReasonCode? FromWireName(string name)
    {
        foreach (var (code, wireName) in Names)
            if (wireName == name)
                return code;
        return null;
    }
}
