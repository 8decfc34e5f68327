namespace AutoGrader.Documents.Moodle;

/// <summary>The zip for Moodle's "Upload multiple feedback files in a zip" (formats, section 4). Streams; holds one file at a time.</summary>
public sealed class FeedbackArchive : IDisposable
{
    /// <summary>Begins an archive.</summary>
    public FeedbackArchive(Stream output) => throw new NotImplementedException();

    /// <summary>Adds a participant's (or group's) feedback file under Moodle's name.</summary>
    public void Add(string participantNumber, string? name, string fileName, byte[] content) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}
