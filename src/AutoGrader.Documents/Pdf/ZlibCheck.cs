using System.IO.Compression;

namespace AutoGrader.Documents.Pdf;

/// <summary>Unpacks a stream in zlib's format (RFC 1950) to nowhere, to learn its size and whether it is whole.</summary>
internal static class ZlibCheck
{
    /// <summary>
    /// The bytes it unpacks to, counted until they are more than the limit, and whether it ends as it should with the right checksum.
    /// </summary>
    public static (long Length, bool IsWhole) Unpack(ReadOnlyMemory<byte> packed, long limit)
    {
        using var input = new Input(packed.ToArray());
        using var stream = new ZLibStream(input, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var length = 0L;
        try
        {
            for (int read; length <= limit && (read = stream.Read(buffer)) > 0;)
                length += read;
        }
        catch (InvalidDataException)
        {
            // Damaged from here on, or a wrong checksum.
            return (length, false);
        }
        return (length, !input.IsExhausted);
    }

    /// <summary>Knows whether more was asked for than there is: the packed data end before their end mark.</summary>
    private sealed class Input(byte[] content) : MemoryStream(content)
    {
        public bool IsExhausted { get; private set; }

        // The other ways to read lead here in classes derived from this one.
        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = base.Read(buffer, offset, count);
            IsExhausted |= read == 0;
            return read;
        }
    }
}
