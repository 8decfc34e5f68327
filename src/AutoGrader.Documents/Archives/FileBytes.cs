using Microsoft.Win32.SafeHandles;

namespace AutoGrader.Documents.Archives;

/// <summary>The bytes of a file, read by position, so that threads share one handle without a lock.</summary>
internal sealed class FileBytes : ByteSource
{
    private readonly SafeFileHandle handle;

    private FileBytes(SafeFileHandle handle)
    {
        this.handle = handle;
        Length = RandomAccess.GetLength(handle);
    }

    /// <inheritdoc/>
    public override long Length { get; }

    /// <summary>Opens a file for reading.</summary>
    public static FileBytes Open(string path) => new(File.OpenHandle(path, options: FileOptions.RandomAccess));

    /// <summary>Writes a temporary file and opens what was written; the file goes when this object does.</summary>
    public static FileBytes Spool(Action<Stream> write)
    {
        var path = Path.Combine(Path.GetTempPath(), "autograder-" + Path.GetRandomFileName());
        var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        try
        {
            // Not disposed: that would close the handle and with it delete the file.
            var stream = new FileStream(handle, FileAccess.Write);
            write(stream);
            stream.Flush();
            return new FileBytes(handle);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override int ReadAt(long offset, Span<byte> buffer)
    {
        var total = 0;
        while (total < buffer.Length)
        {
            var read = RandomAccess.Read(handle, buffer[total..], offset + total);
            if (read == 0)
                break;
            total += read;
        }
        return total;
    }

    /// <inheritdoc/>
    public override void Dispose() => handle.Dispose();
}
