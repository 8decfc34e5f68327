using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Matrices;

/// <summary>Makes a matrix of numbers found in a text.</summary>
internal static class MatrixMaker
{
    /// <summary>The matrix whose linear form is a part of <paramref name="text"/>. All rows have the same length.</summary>
    public static MatrixReading Make(
        MappedText text,
        int start,
        int length,
        IReadOnlyList<IReadOnlyList<NumberSpan>> rows,
        double confidence)
    {
        var written = text.ToString();
        var place = text.PlaceOf(start, length);
        // A matrix that a page's end cuts has places on its first page only.
        Box BoxOf(NumberSpan n) => text.PlaceOf(n.Start, n.Length) is var p && p.Page == place.Page ? p.Box : place.Box;
        var entries = rows.SelectMany(r => r).Select(n => new MatrixEntry(
            n.Value, written.Substring(n.Start, n.Length), BoxOf(n), n.Value is null ? Math.Min(confidence, 0.3) : confidence)).ToList();
        return new MatrixReading
        {
            Rows = rows.Count,
            Columns = rows[0].Count,
            Entries = entries,
            Page = place.Page,
            Box = place.Box,
            Start = start,
            Length = length,
            Confidence = entries.Min(e => e.Confidence),
        };
    }
}
