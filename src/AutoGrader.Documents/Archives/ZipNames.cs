using System.Buffers.Binary;
using System.Text;

namespace AutoGrader.Documents.Archives;

/// <summary>
/// Decodes the names in a ZIP: flag for UTF-8, else Info-ZIP's Unicode field, else UTF-8 if the bytes are valid, else CP437.
/// </summary>
internal static class ZipNames
{
    private const int Utf8Flag = 0x800;
    private const int UnicodePathField = 0x7075;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>
    /// What Windows writes without saying so: Western (DOS and Windows), Central European, Cyrillic, Turkish, Japanese, simplified and
    /// traditional Chinese, Korean.
    /// </summary>
    private static readonly int[] OtherCodePages = [850, 1252, 852, 1250, 866, 1251, 857, 1254, 932, 936, 950, 949];

    /// <summary>The name, and whether its encoding is a guess.</summary>
    public static (string Path, bool IsGuessed) Decode(byte[] name, int flags, ReadOnlySpan<byte> extra)
    {
        if ((flags & Utf8Flag) == 0 && UnicodePath(name, extra) is { } unicode)
            return (unicode, false);
        if (TryUtf8(name) is { } utf8)
            return (utf8, false);
        return (CodePage(437).GetString(name), true);
    }

    /// <summary>All plausible readings of an entry's path, the likeliest first: one, unless its encoding is a guess.</summary>
    public static IEnumerable<string> Readings(ZipEntry entry)
    {
        yield return entry.Path;
        if (!entry.IsNameGuessed)
            yield break;
        foreach (var page in OtherCodePages)
            yield return CodePage(page).GetString(entry.RawName).Replace('\\', '/');
    }

    private static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number) ?? throw new InvalidOperationException($"Code page {number} is missing.");

    private static string? UnicodePath(byte[] name, ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (size > extra.Length - 4)
                return null;
            var field = extra.Slice(4, size);
            // The checksum says whether the field still belongs to the name: tools that do not know it rename without it.
            if (id == UnicodePathField && size > 5 && field[0] == 1 &&
                BinaryPrimitives.ReadUInt32LittleEndian(field[1..]) == Crc32.Append(0, name))
                return TryUtf8(field[5..].ToArray());
            extra = extra[(4 + size)..];
        }
        return null;
    }

    private static string? TryUtf8(byte[] name)
    {
        try
        {
            return StrictUtf8.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
