using System.Globalization;
using System.Text;

namespace AutoGrader.Documents.Pdf.Writing.Objects;

/// <summary>Values as they are written in a PDF file (ISO 32000-1, 7.3).</summary>
internal static class PdfSyntax
{
    /// <summary>A number; never in exponential form, which PDF does not know.</summary>
    public static string Number(double value) => double.IsFinite(value) ? value.ToString("0.######", CultureInfo.InvariantCulture) : "0";

    /// <summary>A length on a page, to a hundredth of a point.</summary>
    public static string Length(double value) => double.IsFinite(value) ? value.ToString("0.##", CultureInfo.InvariantCulture) : "0";

    /// <summary>Numbers with blanks between them.</summary>
    public static string Lengths(params ReadOnlySpan<double> values)
    {
        var result = new StringBuilder();
        foreach (var value in values)
            result.Append(result.Length > 0 ? " " : "").Append(Length(value));
        return result.ToString();
    }

    /// <summary>A reference to an object.</summary>
    public static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    /// <summary>A text for people, in any script.</summary>
    public static string Text(string text) => Bytes([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);

    /// <summary>A string of bytes.</summary>
    public static string Bytes(ReadOnlySpan<byte> bytes) => $"<{Convert.ToHexString(bytes)}>";

    /// <summary>A name. Characters beyond Latin-1 do not occur in names that were read from a file.</summary>
    public static string Name(string name)
    {
        var result = new StringBuilder("/");
        foreach (var character in name)
            if (character is > '!' and <= '~' && !"#%()<>[]{}/".Contains(character))
                result.Append(character);
            else
                result.Append('#').Append(((int)character & 0xFF).ToString("X2", CultureInfo.InvariantCulture));
        return result.ToString();
    }
}
