using UglyToad.PdfPig.Logging;

namespace AutoGrader.Documents.Pdf;

/// <summary>
/// Notices what the PDF library passes over when it reads a damaged file: fonts it leaves out with all their text, descriptors it cannot
/// read, streams it unpacks only in part. Without this, text that is lost would look like text that was never written.
/// </summary>
internal sealed class DamageLog : ILog
{
    /// <summary>
    /// Of a letter that its font does not name. Whole files have those too, and the reader knows them by their text.
    /// </summary>
    private const string UnnamedLetter = "We could not find the corresponding character";

    /// <summary>How often something was passed over.</summary>
    public int Count { get; private set; }

    /// <summary>Notes damage found by others.</summary>
    public void Note() => Count++;

    /// <inheritdoc/>
    public void Debug(string message)
    {
    }

    /// <inheritdoc/>
    public void Debug(string message, Exception ex)
    {
    }

    /// <inheritdoc/>
    public void Warn(string message)
    {
        if (!message.StartsWith(UnnamedLetter, StringComparison.Ordinal))
            Note();
    }

    /// <inheritdoc/>
    public void Error(string message) => Note();

    /// <inheritdoc/>
    public void Error(string message, Exception ex) => Note();
}
