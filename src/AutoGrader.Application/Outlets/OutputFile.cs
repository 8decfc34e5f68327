namespace AutoGrader.Application.Outlets;

/// <summary>A file that is written under a temporary name and takes its own only when it is whole.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private bool _isDone;

    public OutputFile(string path)
    {
        _path = path;
        _temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.tmp");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Stream = File.Create(_temporary);
    }

    /// <summary>Where to write.</summary>
    public Stream Stream { get; }

    /// <summary>The path that the file will have.</summary>
    public string FullPath => _path;

    /// <summary>Gives the file its name.</summary>
    public void Complete()
    {
        Stream.Dispose();
        File.Move(_temporary, _path, overwrite: true);
        _isDone = true;
    }

    /// <summary>Writes a file as a whole.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = new OutputFile(path);
        file.Stream.Write(content);
        file.Complete();
    }

    public void Dispose()
    {
        Stream.Dispose();
        if (!_isDone)
            File.Delete(_temporary);
    }
}
