using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Recognition;

/// <summary>Puts recognised words on the page, as letters in a font that nobody sees.</summary>
internal static class RecognisedPage
{
    private const string Font = "Recognised";

    /// <summary>Letters that reach below the baseline say nothing about where it is.</summary>
    private const string Descenders = "gjpqyQ,;()[]{}/|_µβ";
    private const double CapitalHeight = 0.7;

    /// <summary>The letters of the words of a picture.</summary>
    /// <param name="words">The words, in pixels.</param>
    /// <param name="picture">Width and height of the picture in pixels.</param>
    /// <param name="place">Where the picture stands on the page.</param>
    public static IEnumerable<RawLetter> Letters(IReadOnlyList<RecognisedWord> words, PageSize picture, Box place)
    {
        var (scaleX, scaleY) = (place.Width / picture.Width, place.Height / picture.Height);
        // One size for the whole page: boxes of handwriting differ too much to tell a script from a small letter.
        var size = Median(words.Select(w => w.Box.Height)) * scaleY / CapitalHeight;
        foreach (var line in words.GroupBy(w => w.Line))
        {
            var standing = line.Where(w => !w.Text.Any(Descenders.Contains)).DefaultIfEmpty(line.First()).ToList();
            var baseline = place.Y + Median(standing.Select(w => w.Box.Bottom)) * scaleY;
            foreach (var word in line)
            {
                var advance = word.Box.Width * scaleX / word.Text.Length;
                var left = place.X + word.Box.X * scaleX;
                for (var i = 0; i < word.Text.Length; i++, left += advance)
                {
                    var ink = new Box(left, baseline - CapitalHeight * size, advance, CapitalHeight * size);
                    yield return Letter(word.Text[i].ToString(), ink, left + advance, baseline, size);
                }

                yield return Letter(" ", new Box(left, baseline, 0, 0), left + size / 4, baseline, size);
            }
        }
    }

    private static RawLetter Letter(string text, Box ink, double right, double baseline, double size) =>
        new(text, ink, ink.X, right, baseline, size, Font, Bold: false, new Rgb(0, 0, 0), Painted: true);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
