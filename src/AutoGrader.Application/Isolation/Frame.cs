using System.Buffers.Binary;

namespace AutoGrader.Application.Isolation;

/// <summary>A message between the program and a worker: its length in four bytes, little end first, then so many bytes.</summary>
internal static class Frame
{
    /// <summary>Writes a message.</summary>
    public static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        await stream.WriteAsync(length, cancellationToken);
        await stream.WriteAsync(content, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>Reads a message; <c>null</c> where the stream has ended before it.</summary>
    /// <exception cref="InvalidDataException">It is longer than allowed: what writes there does not speak this language.</exception>
    /// <exception cref="EndOfStreamException">The stream ends within the message.</exception>
    public static async Task<byte[]?> ReadAsync(Stream stream, int mostBytes, CancellationToken cancellationToken = default)
    {
        var header = new byte[sizeof(int)];
        var read = await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken);
        if (read == 0)
            return null;
        if (read < header.Length)
            throw new EndOfStreamException();
        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length < 0 || length > mostBytes)
            throw new InvalidDataException($"A message of {length} bytes was announced; at most {mostBytes} are taken.");
        var content = new byte[length];
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }
}
