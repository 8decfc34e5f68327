using AutoGrader.Core;

namespace AutoGrader.Documents.Archives;

/// <summary>Says what a file really is, by its first bytes, in words for people.</summary>
internal static class FileSignature
{
    private static readonly (byte[] Magic, int Offset, LocalizedText Name)[] Known =
    [
        ([.. "%PDF"u8], 0, Same("a PDF", "ein PDF")),
        ([.. "Rar!\u001a\u0007"u8], 0, Same("a RAR archive", "ein RAR-Archiv")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, Same("a 7-Zip archive (7z)", "ein 7-Zip-Archiv (7z)")),
        ([0x1F, 0x8B], 0, Same("a gzip file (gz or tar.gz)", "eine gzip-Datei (gz oder tar.gz)")),
        ([.. "BZh"u8], 0, Same("a bzip2 file", "eine bzip2-Datei")),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], 0, Same("an xz file", "eine xz-Datei")),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, Same("a Zstandard file", "eine Zstandard-Datei")),
        ([.. "ustar"u8], 257, Same("a tar archive", "ein tar-Archiv")),
        ([0xD0, 0xCF, 0x11, 0xE0], 0, Same("an old Office document", "ein altes Office-Dokument")),
        ([0x89, 0x50, 0x4E, 0x47], 0, Same("a picture (PNG)", "ein Bild (PNG)")),
        ([0xFF, 0xD8, 0xFF], 0, Same("a picture (JPEG)", "ein Bild (JPEG)")),
        ([.. "MZ"u8], 0, Same(
            "a Windows program (perhaps a self-extracting archive)",
            "ein Windows-Programm (vielleicht ein selbstentpackendes Archiv)")),
        ([.. "<!DOCTYPE"u8], 0, Same("a web page", "eine Webseite")),
        ([.. "<html"u8], 0, Same("a web page", "eine Webseite")),
        ([.. "{\\rtf"u8], 0, Same("an RTF document", "ein RTF-Dokument")),
        ([0x50, 0x4B], 0, Same("the remains of a ZIP archive", "der Rest eines ZIP-Archivs")),
    ];

    /// <summary>What the content is, in the nominative with its article; <c>null</c> where it is nothing known.</summary>
    public static LocalizedText? Describe(ByteSource content)
    {
        var head = content.Take(0, 512);
        foreach (var (magic, offset, name) in Known)
            if (head.Length >= offset + magic.Length && head.AsSpan(offset, magic.Length).SequenceEqual(magic))
                return name;
        return null;
    }

    /// <summary>
    /// Whether the content begins as a PDF does: readers allow some bytes before the mark (PDF 32000-1, appendix H, note 13).
    /// </summary>
    public static bool IsPdf(ByteSource content) => content.Take(0, 1024).AsSpan().IndexOf("%PDF-"u8) >= 0;

    private static LocalizedText Same(string english, string german) => new(english, german);
}
