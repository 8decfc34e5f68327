using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using AutoGrader.Documents.Archives;

namespace AutoGrader.Tests.Documents.Archives;

/// <summary>
/// Builds archives byte by byte, so that they can lie in every field. Written from the format's description, independent of the reader.
/// </summary>
internal sealed class ZipForge
{
    private readonly List<Part> parts = [];

    /// <summary>An entry; what is not given is truthful.</summary>
    public sealed record Part
    {
        public required byte[] Name { get; init; }
        public byte[] Content { get; init; } = [];
        public bool Stored { get; init; }
        public int Flags { get; init; }
        public int? Method { get; init; }
        public uint? AnnouncedLength { get; init; }
        public uint? AnnouncedCompressed { get; init; }
        public uint? Crc { get; init; }
        public int? SameDataAs { get; init; }
        public int HostSystem { get; init; } = 3;
        public uint Attributes { get; init; }
        public byte[] Extra { get; init; } = [];
    }

    public static byte[] Of(params Part[] parts)
    {
        var forge = new ZipForge();
        forge.parts.AddRange(parts);
        return forge.Build();
    }

    public static Part File(string name, string content = "%PDF-1.7 test") =>
        new() { Name = Encoding.UTF8.GetBytes(name), Content = Encoding.UTF8.GetBytes(content), Flags = 0x800 };

    private byte[] Build()
    {
        using var output = new MemoryStream();
        var central = new MemoryStream();
        var offsets = new List<uint>();
        foreach (var part in parts)
        {
            var data = part.Stored ? part.Content : Deflate(part.Content);
            var header = Header(part, data);
            var offset = part.SameDataAs is { } same ? offsets[same] : (uint)output.Position;
            offsets.Add(offset);
            if (part.SameDataAs is null)
            {
                output.Write([0x50, 0x4B, 3, 4, 20, 0, .. header, .. part.Name, .. data]);
            }
            central.Write(
                [0x50, 0x4B, 1, 2, 20, (byte)part.HostSystem, 20, 0, .. header[..22], .. Two(part.Extra.Length), 0, 0, 0, 0, 0, 0,
                    .. Four(part.Attributes), .. Four(offset), .. part.Name, .. part.Extra]);
        }
        var start = (uint)output.Position;
        output.Write(central.ToArray());
        output.Write(
            [0x50, 0x4B, 5, 6, 0, 0, 0, 0, .. Two(parts.Count), .. Two(parts.Count), .. Four((uint)central.Length), .. Four(start), 0, 0]);
        return output.ToArray();
    }

    /// <summary>
    /// What local and central header share: flags, method, time, date, checksum, sizes, the name's length, and no extra field.
    /// </summary>
    private static byte[] Header(Part part, byte[] data) =>
    [
        .. Two(part.Flags), .. Two(part.Method ?? (part.Stored ? 0 : 8)), .. Two(0x6000), .. Two(0x5CC7),
        .. Four(part.Crc ?? Crc32.Append(0, part.Content)), .. Four(part.AnnouncedCompressed ?? (uint)data.Length),
        .. Four(part.AnnouncedLength ?? (uint)part.Content.Length), .. Two(part.Name.Length), 0, 0,
    ];

    private static byte[] Deflate(byte[] content)
    {
        using var output = new MemoryStream();
        using (var deflate = new DeflateStream(output, CompressionLevel.SmallestSize))
            deflate.Write(content);
        return output.ToArray();
    }

    public static byte[] Two(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }

    public static byte[] Four(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
