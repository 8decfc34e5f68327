namespace AutoGrader.Documents.Intake;

/// <summary>A file as handed in. Its content stays where it is until <see cref="HandInSource.ReadAll"/> is asked for it.</summary>
/// <param name="Path">The path below the participant's folder, with <c>/</c>; hostile until checked, never used as a path on disk.</param>
/// <param name="Length">Size in bytes as announced; the content may differ.</param>
/// <param name="UploadedAt">Wall-clock time of the upload at the server, where the input tells it: unpacked folders do not.</param>
public sealed record HandInFile(string Path, long Length, DateTime? UploadedAt)
{
    /// <summary>The last component of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Which entry of its source it is.</summary>
    internal int Index { get; init; }
}
