namespace AutoGrader.Application.Data;

/// <summary>A file that was received whole under a temporary name. Disposing deletes it, unless it was kept.</summary>
public sealed class IncomingFile : IDisposable
{
    internal IncomingFile(string path, string hash, long length)
    {
        Path = path;
        Hash = hash;
        Length = length;
    }

    /// <summary>Where it lies for the moment.</summary>
    public string Path { get; }

    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public string Hash { get; }

    public long Length { get; }

    public void Dispose() => File.Delete(Path);
}
