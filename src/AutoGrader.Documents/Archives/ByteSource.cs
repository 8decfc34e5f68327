namespace AutoGrader.Documents.Archives;

/// <summary>
/// Bytes that can be read at any place, by several threads at once: a buffer or a file. Knows no position, so nobody can disturb anybody.
/// </summary>
internal abstract class ByteSource : IDisposable
{
    /// <summary>The number of bytes.</summary>
    public abstract long Length { get; }

    /// <summary>Fills the buffer from an offset; returns fewer bytes only at the end.</summary>
    public abstract int ReadAt(long offset, Span<byte> buffer);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Reads up to a number of bytes from an offset into a new array.</summary>
    public byte[] Take(long offset, int count)
    {
        var bytes = new byte[(int)Math.Min(count, Math.Max(0, Length - offset))];
        var read = ReadAt(offset, bytes);
        return read == bytes.Length ? bytes : bytes[..read];
    }
}
