namespace AutoGrader.Documents.Pdf.Reading;

/// <summary>Bounds for one report, so that no file can hold up a run.</summary>
public sealed record PdfReadLimits
{
    /// <summary>Wall time for the whole report.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pages read; later ones are remarked on.</summary>
    /// <value>60.</value>
    public int Pages { get; init; } = 60;

    /// <summary>Letters read on a page; a page with more is remarked on.</summary>
    /// <value>20,000.</value>
    public int LettersPerPage { get; init; } = 20_000;

    /// <summary>Bytes of a PDF file.</summary>
    /// <value>64 MiB.</value>
    public long Bytes { get; init; } = 64L * 1024 * 1024;
}
