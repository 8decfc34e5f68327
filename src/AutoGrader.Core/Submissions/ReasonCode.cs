namespace AutoGrader.Core.Submissions;

/// <summary>
/// Why a submission was not graded, or must be looked at, or is remarked on. The wire names are fixed: see <see cref="ReasonCodes"/>.
/// </summary>
public enum ReasonCode
{
    /// <summary>The ZIP's name breaks the naming convention.</summary>
    ZipName,

    /// <summary>The PDF's name does not contain the same surname and number as the ZIP's.</summary>
    PdfName,

    /// <summary>There is no PDF inside.</summary>
    NoPdf,

    /// <summary>There is more than one PDF inside.</summary>
    SeveralPdfs,

    /// <summary>The file handed in is no ZIP archive.</summary>
    NotAZip,

    /// <summary>The ZIP archive is cut off, damaged or encrypted.</summary>
    DamagedZip,

    /// <summary>The ZIP archive could harm: paths that lead out of it, a bomb, absurd nesting.</summary>
    UnsafeArchive,

    /// <summary>The PDF cannot be opened.</summary>
    UnreadablePdf,

    /// <summary>The PDF is encrypted.</summary>
    EncryptedPdf,

    /// <summary>The PDF holds images of text, not text.</summary>
    NoTextLayer,

    /// <summary>The name in the hand-in differs from the participant's name in Moodle.</summary>
    IdentityMismatch,

    /// <summary>Handed in after the due date.</summary>
    Late,

    /// <summary>A draft that was never submitted.</summary>
    Draft,

    /// <summary>One participant handed in more than one acceptable file, or two hand-ins carry the same number.</summary>
    DuplicateSubmission,
}
