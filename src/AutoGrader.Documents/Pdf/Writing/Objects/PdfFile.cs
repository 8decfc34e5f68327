using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace AutoGrader.Documents.Pdf.Writing.Objects;

/// <summary>
/// A PDF file under construction: numbered objects, gathered in compressed object streams, and a cross-reference stream
/// (ISO 32000-1, 7.5.7 and 7.5.8). The bytes depend on what is written and on nothing else: no date, no random identifier.
/// </summary>
internal sealed class PdfFile
{
    private const int ObjectsPerStream = 200;

    private readonly ArrayBufferWriter<byte> output = new();
    private readonly List<(int Number, string Value)> pending = [];
    private readonly List<(byte Kind, long Where, int Index)> entries = [(0, 0, 65535)];

    public PdfFile() => output.Write((ReadOnlySpan<byte>)[.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

    /// <summary>Takes a number for an object that is written later.</summary>
    public int Reserve()
    {
        entries.Add((0, 0, 65535));
        return entries.Count - 1;
    }

    /// <summary>Writes an object that is no stream under a reserved number.</summary>
    public void Write(int number, string value)
    {
        pending.Add((number, value));
        if (pending.Count == ObjectsPerStream)
            WritePending();
    }

    /// <summary>Writes an object that is no stream.</summary>
    public int Add(string value)
    {
        var number = Reserve();
        Write(number, value);
        return number;
    }

    /// <summary>Writes a stream under a reserved number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="dictionary">The entries of its dictionary, without its length and, where it is compressed here, without filter.</param>
    /// <param name="data">The data.</param>
    /// <param name="isEncoded">Whether the data are already encoded as the dictionary says.</param>
    public void WriteStream(int number, string dictionary, ReadOnlySpan<byte> data, bool isEncoded = false)
    {
        entries[number] = (1, output.WrittenCount, 0);
        WriteStreamObject(number, dictionary, data, isEncoded);
    }

    /// <summary>Writes a stream.</summary>
    public int AddStream(string dictionary, ReadOnlySpan<byte> data)
    {
        var number = Reserve();
        WriteStream(number, dictionary, data);
        return number;
    }

    /// <summary>Closes the file.</summary>
    public byte[] Finish(int catalog, int information)
    {
        WritePending();
        var start = output.WrittenCount;
        var number = Reserve();
        entries[number] = (1, start, 0);
        var identifier = Convert.ToHexString(SHA256.HashData(output.WrittenSpan).AsSpan(0, 16));
        WriteStreamObject(
            number,
            string.Create(
                CultureInfo.InvariantCulture,
                $"/Type/XRef/Size {entries.Count}/W[1 4 2]/Root {catalog} 0 R/Info {information} 0 R/ID[<{identifier}><{identifier}>]"),
            CrossReferences(),
            isEncoded: false);
        WriteText(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        return output.WrittenSpan.ToArray();
    }

    private void WritePending()
    {
        if (pending.Count == 0)
            return;
        var container = Reserve();
        var (index, body) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < pending.Count; i++)
        {
            var (number, value) = pending[i];
            entries[number] = (2, container, i);
            index.Append(CultureInfo.InvariantCulture, $"{number} {body.Length} ");
            body.Append(value).Append('\n');
        }

        var dictionary = string.Create(CultureInfo.InvariantCulture, $"/Type/ObjStm/N {pending.Count}/First {index.Length}");
        pending.Clear();
        WriteStream(container, dictionary, Encoding.Latin1.GetBytes(index.Append(body).ToString()));
    }

    private void WriteStreamObject(int number, string dictionary, ReadOnlySpan<byte> data, bool isEncoded)
    {
        var content = isEncoded ? data : Compress(data);
        WriteText(string.Create(
            CultureInfo.InvariantCulture,
            $"{number} 0 obj\n<<{dictionary}{(isEncoded ? "" : "/Filter/FlateDecode")}/Length {content.Length}>>\nstream\n"));
        output.Write(content);
        WriteText("\nendstream\nendobj\n");
    }

    private byte[] CrossReferences()
    {
        var table = new byte[7 * entries.Count];
        for (var i = 0; i < entries.Count; i++)
        {
            table[7 * i] = entries[i].Kind;
            BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(7 * i + 1), (uint)entries[i].Where);
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(7 * i + 5), (ushort)entries[i].Index);
        }

        return table;
    }

    private static byte[] Compress(ReadOnlySpan<byte> data)
    {
        var result = new MemoryStream();
        using (var compressor = new ZLibStream(result, CompressionLevel.Optimal, leaveOpen: true))
            compressor.Write(data);
        return result.ToArray();
    }

    private void WriteText(string text) => output.Write(Encoding.Latin1.GetBytes(text));
}
