using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace AutoGrader.Documents.Archives;

/// <summary>
/// Reads the content of one entry of a ZIP, bounded by what was announced and by a limit, whatever the compressed data says.
/// </summary>
internal static class ZipContent
{
    private const int LocalHeaderSize = 30;
    private const int Stored = 0;
    private const int Deflate = 8;

    /// <summary>Copies the content. Where it fails, what was copied so far is worthless.</summary>
    public static ZipFault Copy(ByteSource source, ZipEntry entry, Stream destination, long limit)
    {
        if (entry.IsEncrypted)
            return ZipFault.Encrypted;
        if (entry.Method is not (Stored or Deflate))
            return ZipFault.UnknownMethod;
        if (entry.Length > limit)
            return ZipFault.TooLarge;
        if (DataPosition(source, entry) is not { } position)
            return ZipFault.Damaged;
        using var window = new WindowStream(source, position, entry.CompressedLength);
        using Stream content = entry.Method == Stored ? window : new DeflateStream(window, CompressionMode.Decompress);
        try
        {
            return CopyBounded(content, entry, destination);
        }
        catch (InvalidDataException)
        {
            return ZipFault.Damaged;
        }
    }

    private static long? DataPosition(ByteSource source, ZipEntry entry)
    {
        var header = source.Take(entry.Offset, LocalHeaderSize);
        if (header.Length < LocalHeaderSize || BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x04034b50)
            return null;
        var position = entry.Offset + LocalHeaderSize +
            BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        return entry.CompressedLength > source.Length - position ? null : position;
    }

    private static ZipFault CopyBounded(Stream content, ZipEntry entry, Stream destination)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            var total = 0L;
            var crc = 0u;
            int read;
            while ((read = content.Read(buffer, 0, buffer.Length)) > 0)
            {
                total += read;
                if (total > entry.Length)
                    return ZipFault.MoreThanAnnounced;
                crc = Crc32.Append(crc, buffer.AsSpan(0, read));
                destination.Write(buffer, 0, read);
            }
            return total == entry.Length && crc == entry.Crc ? ZipFault.None : ZipFault.Damaged;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
