using System.Buffers.Binary;
using System.Text;

namespace AutoGrader.Documents.Pdf.Writing.Text;

/// <summary>
/// The tables of a TrueType font that measuring and embedding need. Immutable, so one instance serves all threads.
/// Reads the fonts that ship with the program (character map of format 12, outlines in <c>glyf</c>), not any font.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] data;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly (int First, int Last, int Glyph)[] characterMap;
    private readonly int metrics;
    private readonly int metricsCount;
    private readonly bool hasLongOffsets;

    public TrueTypeFont(string name, byte[] data)
    {
        Name = name;
        this.data = data;
        for (var i = 0; i < U16(4); i++)
            tables.Add(Encoding.ASCII.GetString(data, 12 + 16 * i, 4), (I32(20 + 16 * i), I32(24 + 16 * i)));
        var head = tables["head"].Offset;
        var lines = tables["hhea"].Offset;
        UnitsPerEm = U16(head + 18);
        Bounds = [.. Enumerable.Range(0, 4).Select(i => I16(head + 36 + 2 * i))];
        hasLongOffsets = I16(head + 50) == 1;
        Ascent = I16(lines + 4);
        Descent = I16(lines + 6);
        metrics = tables["hmtx"].Offset;
        metricsCount = U16(lines + 34);
        characterMap = ReadCharacterMap();
    }

    /// <summary>The PostScript name.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }

    /// <summary>Above the baseline, in font units.</summary>
    public int Ascent { get; }

    /// <summary>Below the baseline, negative, in font units.</summary>
    public int Descent { get; }

    /// <summary>Left, bottom, right, top of all glyphs, in font units.</summary>
    public IReadOnlyList<int> Bounds { get; }

    /// <summary>The glyph of a character, or 0 where the font has none.</summary>
    public int GlyphOf(int codePoint)
    {
        var (low, high) = (0, characterMap.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (first, last, glyph) = characterMap[middle];
            if (codePoint < first)
                high = middle - 1;
            else if (codePoint > last)
                low = middle + 1;
            else
                return glyph + codePoint - first;
        }

        return 0;
    }

    /// <summary>The advance width of a glyph in font units.</summary>
    public int Advance(int glyph) => U16(metrics + 4 * Math.Min(glyph, metricsCount - 1));

    /// <summary>The left side bearing of a glyph in font units.</summary>
    public int LeftBearing(int glyph) =>
        I16(glyph < metricsCount ? metrics + 4 * glyph + 2 : metrics + 4 * metricsCount + 2 * (glyph - metricsCount));

    /// <summary>The outline of a glyph as it stands in <c>glyf</c>; empty for blanks.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var offsets = tables["loca"].Offset;
        var (start, end) = hasLongOffsets
            ? (I32(offsets + 4 * glyph), I32(offsets + 4 * glyph + 4))
            : (2 * U16(offsets + 2 * glyph), 2 * U16(offsets + 2 * glyph + 2));
        return data.AsSpan(tables["glyf"].Offset + start, end - start);
    }

    /// <summary>A whole table.</summary>
    public ReadOnlySpan<byte> Table(string tag) => data.AsSpan(tables[tag].Offset, tables[tag].Length);

    private (int First, int Last, int Glyph)[] ReadCharacterMap()
    {
        var map = tables["cmap"].Offset;
        for (var i = 0; i < U16(map + 2); i++)
        {
            var table = map + I32(map + 8 + 8 * i);
            if (U16(table) == 12)
                return
                [
                    .. Enumerable.Range(0, I32(table + 12)).Select(i => table + 16 + 12 * i).Select(g => (I32(g), I32(g + 4), I32(g + 8))),
                ];
        }

        throw new InvalidOperationException($"The font {Name} has no character map of format 12.");
    }

    private int U16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(offset));

    private int I16(int offset) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(offset));

    private int I32(int offset) => BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(offset));
}
