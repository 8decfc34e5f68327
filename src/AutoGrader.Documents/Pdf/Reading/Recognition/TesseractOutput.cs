using System.Globalization;
using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Recognition;

/// <summary>Reads what Tesseract writes as tab-separated values: a row for every page, block, paragraph, line and word.</summary>
internal static class TesseractOutput
{
    private const string WordLevel = "5";

    /// <summary>A stain is no word.</summary>
    private const double LeastConfidence = 10;

    // level page block paragraph line word left top width height confidence text
    private const int Columns = 12;

    /// <summary>The words in reading order. Rows that are none are left out.</summary>
    public static IReadOnlyList<RecognisedWord> Words(string output)
    {
        var words = new List<RecognisedWord>();
        var (line, place) = (0, "");
        foreach (var cells in output.Split('\n').Select(row => row.TrimEnd('\r').Split('\t')).Where(IsWord))
        {
            var here = string.Join('/', cells[1..5]);
            if (here != place)
                (line, place) = (line + 1, here);
            words.Add(new RecognisedWord(
                cells[11].Trim(), new Box(Number(cells[6]), Number(cells[7]), Number(cells[8]), Number(cells[9])), line));
        }

        return words;
    }

    private static bool IsWord(string[] cells) =>
        cells.Length == Columns
        && cells[0] == WordLevel
        && !string.IsNullOrWhiteSpace(cells[11])
        && cells[6..11].All(c => double.TryParse(c, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        && Number(cells[10]) >= LeastConfidence
        && Number(cells[8]) > 0
        && Number(cells[9]) > 0;

    private static double Number(string cell) => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
}
