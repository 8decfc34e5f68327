using System.Buffers.Binary;
using System.Text;

namespace AutoGrader.Documents.Pdf.Writing.Text;

/// <summary>
/// Cuts a font down to some glyphs, renumbered from 0, without hinting: what a PDF needs of it (ISO 32000-1, table 126) and nothing else.
/// A few dozen glyphs take some 8 KB instead of 700.
/// </summary>
internal sealed class FontSubset
{
    private const int MoreComponents = 0x20;
    private const int HasInstructions = 0x100;

    private readonly TrueTypeFont font;
    private readonly List<int> glyphs;
    private readonly Dictionary<int, int> components = [];

    private FontSubset(TrueTypeFont font, IEnumerable<int> glyphs)
    {
        this.font = font;
        this.glyphs = [.. glyphs];
    }

    /// <summary>
    /// Builds a font file in which glyph <c>i</c> is the given <c>glyphs[i]</c>; the first must be 0, the glyph for what is missing.
    /// </summary>
    public static byte[] Build(TrueTypeFont font, IReadOnlyList<int> glyphs) => new FontSubset(font, glyphs).Build();

    private byte[] Build()
    {
        var outlines = new MemoryStream();
        var offsets = new List<int> { 0 };
        // The list grows while it is walked: glyphs that others are composed of are appended.
        for (var i = 0; i < glyphs.Count; i++)
        {
            outlines.Write(Rewrite(font.Outline(glyphs[i])));
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
            offsets.Add((int)outlines.Length);
        }

        return Assemble(new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.ToArray(),
            ["head"] = Patch("head", 50, 1),
            ["hhea"] = Patch("hhea", 34, glyphs.Count),
            ["hmtx"] = Metrics(),
            ["loca"] = [.. offsets.SelectMany(BigEndian32)],
            ["maxp"] = Patch("maxp", 4, glyphs.Count),
        });
    }

    private byte[] Rewrite(ReadOnlySpan<byte> outline)
    {
        if (outline.IsEmpty)
            return [];
        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        if (contours < 0)
            return RewriteComposite(outline);
        var instructions = 10 + 2 * contours;
        var length = BinaryPrimitives.ReadUInt16BigEndian(outline[instructions..]);
        return [.. outline[..instructions], 0, 0, .. outline[(instructions + 2 + length)..]];
    }

    private byte[] RewriteComposite(ReadOnlySpan<byte> outline)
    {
        var result = outline.ToArray();
        var position = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(result.AsSpan(position));
            BinaryPrimitives.WriteUInt16BigEndian(result.AsSpan(position), (ushort)(flags & ~HasInstructions));
            var component = BinaryPrimitives.ReadUInt16BigEndian(result.AsSpan(position + 2));
            BinaryPrimitives.WriteUInt16BigEndian(result.AsSpan(position + 2), (ushort)NewNumber(component));
            position += 4 + ArgumentsLength(flags);
        }
        while ((flags & MoreComponents) != 0);
        return result[..position];
    }

    private static int ArgumentsLength(int flags)
    {
        var offsets = (flags & 0x01) != 0 ? 4 : 2;
        var scale = (flags & 0x08) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
        return offsets + scale;
    }

    private int NewNumber(int component)
    {
        if (!components.TryGetValue(component, out var number))
        {
            components.Add(component, number = glyphs.Count);
            glyphs.Add(component);
        }

        return number;
    }

    private byte[] Metrics()
    {
        var result = new byte[4 * glyphs.Count];
        for (var i = 0; i < glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(result.AsSpan(4 * i), (ushort)font.Advance(glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(result.AsSpan(4 * i + 2), (short)font.LeftBearing(glyphs[i]));
        }

        return result;
    }

    private byte[] Patch(string table, int offset, int value)
    {
        var result = font.Table(table).ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(result.AsSpan(offset), (ushort)value);
        return result;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var directory = new MemoryStream();
        var body = new MemoryStream();
        var start = 12 + 16 * tables.Count;
        // The search parameters of the directory (6 tables: 64, 2, 32) are required and ignored.
        directory.Write([0, 1, 0, 0, 0, (byte)tables.Count, 0, 64, 0, 2, 0, 32]);
        foreach (var (tag, content) in tables)
        {
            directory.Write(Encoding.ASCII.GetBytes(tag));
            directory.Write(BigEndian32(Checksum(content)));
            directory.Write(BigEndian32(start + (int)body.Length));
            directory.Write(BigEndian32(content.Length));
            body.Write(content);
            while (body.Length % 4 != 0)
                body.WriteByte(0);
        }

        body.WriteTo(directory);
        return directory.ToArray();
    }

    private static int Checksum(byte[] table)
    {
        var sum = 0u;
        for (var i = 0; i < table.Length; i++)
            unchecked
            {
                sum += (uint)table[i] << (24 - 8 * (i % 4));
            }

        return unchecked((int)sum);
    }

    private static byte[] BigEndian32(int value)
    {
        var result = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(result, value);
        return result;
    }
}
