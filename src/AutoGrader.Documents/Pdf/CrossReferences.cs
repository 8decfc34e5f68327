using System.Globalization;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;

namespace AutoGrader.Documents.Pdf;

/// <summary>
/// The table of places by which a PDF finds its objects (ISO 32000-1, 7.5.4 and 7.5.8). Where a place holds something else, bytes were
/// changed, lost or moved. The PDF library then searches the file for the object and takes what it finds, without a word.
/// </summary>
internal static class CrossReferences
{
    private const int LongestPreamble = 1024;

    /// <summary>Whether every place in the table holds the object it names.</summary>
    public static bool AreRight(PdfDocument document, ReadOnlySpan<byte> pdf)
    {
        // Places count from the header; something may stand before it.
        var preamble = Math.Max(0, pdf[..Math.Min(pdf.Length, LongestPreamble)].IndexOf("%PDF-"u8));
        foreach (var (reference, place) in document.Structure.CrossReferenceTable.ObjectOffsets)
        {
            if (place.Type == XrefEntryType.File
                && !HoldsAt(pdf, place.Value1, reference)
                && !HoldsAt(pdf, place.Value1 + preamble, reference))
                return false;
        }
        return true;
    }

    private static bool HoldsAt(ReadOnlySpan<byte> pdf, long place, IndirectReference reference)
    {
        if (place < 0 || place >= pdf.Length)
            return false;
        var rest = pdf[(int)place..].TrimStart(" \t\r\n"u8);
        return rest.StartsWith(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{reference.ObjectNumber} {reference.Generation} obj")));
    }
}
