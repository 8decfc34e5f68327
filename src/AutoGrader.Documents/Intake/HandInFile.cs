namespace AutoGrader.Documents.Intake;

/// <summary>A file as handed in. Its content is read only when asked for.</summary>
/// <param name="Path">The path below the participant's folder, with <c>/</c>; hostile until checked, never used as a path on disk.</param>
/// <param name="Length">Size in bytes as announced; the stream may differ and must be bounded by its reader.</param>
/// <param name="UploadedAt">Wall-clock time of the upload at the server, where the input tells it.</param>
/// <param name="Open">Opens the content. Only one stream of a source may be open at a time; callers lock on the source.</param>
public sealed record HandInFile(string Path, long Length, DateTime? UploadedAt, Func<Stream> Open)
{
    /// <summary>The last component of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
