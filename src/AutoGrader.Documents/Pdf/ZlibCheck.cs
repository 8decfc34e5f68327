using System.IO.Compression;

namespace AutoGrader.Documents.Pdf;

/// <summary>Unpacks a stream in zlib's format (RFC 1950) and tells whether it is whole, which the PDF library does not.</summary>
internal static class ZlibCheck
{
    /// <summary>Bytes that are kept; only what is larger than pages and fonts are is counted and unpacked again.</summary>
    public const int MostKept = 4 * 1024 * 1024;

    /// <summary>
    /// The bytes it unpacks to, counted until they are more than the limit; the content, <c>null</c> where it is large; and whether it ends
    /// as it should with the right checksum.
    /// </summary>
    public static (long Length, MemoryStream? Content, bool IsWhole) Unpack(ReadOnlyMemory<byte> packed, long limit)
    {
        const int Likely = 4;
        using var input = new Input(packed.ToArray());
        using var stream = new ZLibStream(input, CompressionMode.Decompress);
        var content = new MemoryStream((int)Math.Min(MostKept, (long)Likely * packed.Length));
        var buffer = new byte[64 * 1024];
        var length = 0L;
        try
        {
            for (int read; length <= limit && (read = stream.Read(buffer)) > 0; length += read)
            {
                content = length + read <= MostKept ? content : null;
                content?.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // Damaged from here on, or a wrong checksum.
            return (length, content, false);
        }
        return (length, content, !input.IsExhausted);
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
