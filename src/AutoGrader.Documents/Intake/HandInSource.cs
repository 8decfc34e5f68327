namespace AutoGrader.Documents.Intake;

/// <summary>
/// An input of the grader, opened: a Moodle export, a folder of hand-ins, or one hand-in. The list of hand-ins is small; their content
/// stays on disk. Thread-safe: files may be opened from several threads, each stream is read to its end by <see cref="ReadAll"/>.
/// </summary>
public abstract class HandInSource : IDisposable
{
    /// <summary>What kind of input it is.</summary>
    public abstract InputKind Kind { get; }

    /// <summary>The hand-ins in ordinal order of their keys.</summary>
    public abstract IReadOnlyList<HandIn> HandIns { get; }

    /// <summary>Entries of the input that belong to nobody, each with a sentence for the tutor.</summary>
    public abstract IReadOnlyList<string> Remarks { get; }

    /// <summary>Opens an input by looking at what it is, not at its name alone.</summary>
    /// <exception cref="UnusableInputException">The input as a whole cannot be used (no such file, incomplete download, nothing inside).</exception>
    public static HandInSource Open(string path) => throw new NotImplementedException();

    /// <summary>Reads one file of this source into memory, or returns <c>null</c> where it is larger than the limit.</summary>
    /// <exception cref="InvalidDataException">The content is damaged.</exception>
    public abstract byte[]? ReadAll(HandInFile file, long limit);

    /// <inheritdoc/>
    public abstract void Dispose();
}
