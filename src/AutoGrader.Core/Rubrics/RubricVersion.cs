namespace AutoGrader.Core.Rubrics;

/// <summary>A rubric together with the text it was read from. Immutable and named by its content.</summary>
/// <param name="Hash">SHA-256 of the canonical text (UTF-8, LF line ends, no byte order mark), lower-case hex.</param>
/// <param name="Source">The canonical text.</param>
/// <param name="Rubric">The rubric it describes.</param>
public sealed record RubricVersion(string Hash, string Source, Rubric Rubric)
{
    /// <summary>The first twelve digits of the hash, for people.</summary>
    public string ShortHash => Hash[..12];
}
