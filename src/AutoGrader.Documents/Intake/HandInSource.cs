using AutoGrader.Documents.Archives;

namespace AutoGrader.Documents.Intake;

/// <summary>
/// An input of the grader, opened: a Moodle export, a folder of hand-ins, or one hand-in. The list of hand-ins is small; their content
/// stays on disk. Thread-safe: several threads may read at the same time, without waiting for each other.
/// </summary>
public abstract class HandInSource : IDisposable
{
    private protected HandInSource()
    {
    }

    /// <summary>What kind of input it is.</summary>
    public abstract InputKind Kind { get; }

    /// <summary>The hand-ins in ordinal order of their keys.</summary>
    public abstract IReadOnlyList<HandIn> HandIns { get; }

    /// <summary>Whatever in the input belongs to nobody or needs a tutor's eye, a sentence each.</summary>
    public abstract IReadOnlyList<string> Remarks { get; }

    /// <summary>Opens an input by looking at what it is, not at its name alone.</summary>
    /// <exception cref="UnusableInputException">The input as a whole cannot be used (no such file, incomplete download, nothing
    /// inside).</exception>
    public static HandInSource Open(string path) => HandInSourceOpener.Open(path, Path.GetFileName(path));

    /// <summary>Opens a file that is stored under another name than the one it was handed over with.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="name">Its own name: that of a single hand-in is a matter of the rules.</param>
    /// <exception cref="UnusableInputException">The input as a whole cannot be used.</exception>
    public static HandInSource Open(string path, string name) => HandInSourceOpener.Open(path, name);

    /// <summary>Reads one file of this source into memory, or returns <c>null</c> where it is larger than the limit.</summary>
    /// <exception cref="InvalidDataException">The content is damaged in the input.</exception>
    public byte[]? ReadAll(HandInFile file, long limit)
    {
        using var content = OpenContent(file, Math.Min(limit, Array.MaxLength));
        return content?.Take(0, (int)content.Length);
    }

    /// <summary>Opens the content of one file for reading at any place, or returns <c>null</c> where it is larger than the limit.</summary>
    /// <exception cref="InvalidDataException">The content is damaged in the input.</exception>
    internal abstract ByteSource? OpenContent(HandInFile file, long limit);

    /// <inheritdoc/>
    public abstract void Dispose();
}
