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
        var entries = rows.SelectMany(r => r).Select(Entry).ToList();
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

        MatrixEntry Entry(NumberSpan number)
        {
            var own = text.PlaceOf(number.Start, number.Length);
            var sure = number.Value is null ? Math.Min(confidence, 0.3) : confidence;
            return new MatrixEntry(number.Value, written.Substring(number.Start, number.Length), own.Box, sure)
            {
                // A page's end may cut a matrix.
                OtherPage = own.Page == place.Page ? null : own.Page,
            };
        }
    }
}
