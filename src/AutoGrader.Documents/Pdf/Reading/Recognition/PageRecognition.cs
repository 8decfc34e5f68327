using System.Diagnostics;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;
using AutoGrader.Documents.Pdf.Reading.Raw;
using UglyToad.PdfPig;

namespace AutoGrader.Documents.Pdf.Reading.Recognition;

/// <summary>Recognises the text of the pages of one report that are images, as long as there is time.</summary>
internal sealed class PageRecognition
{
    /// <summary>The share of a report's time that recognition may take, so that the rest is read in any case.</summary>
    private const double ShareOfTime = 0.6;

    private readonly TextRecogniser _recogniser;
    private readonly TimeSpan _limit;
    private readonly Stopwatch _spent = new();

    private PageRecognition(TextRecogniser recogniser, TimeSpan limit) => (_recogniser, _limit) = (recogniser, limit);

    /// <summary>Recognition within the limits of a report; <c>null</c> where no program is there for it.</summary>
    public static PageRecognition? Within(PdfReadLimits limits) =>
        limits.Recogniser is { } recogniser ? new PageRecognition(recogniser, limits.WallTime * ShareOfTime) : null;

    /// <summary>The lines of a page that is an image; <c>null</c> where no word was recognised.</summary>
    public (List<TextLine> Lines, List<ReadingRemark> Remarks)? Read(PdfDocument document, RawPage page)
    {
        if (PdfPigAdapter.ReadPicture(document, page.Number) is not { IsUpright: true } picture)
            return null;
        var words = WordsIn(picture.Bytes);
        if (words.Count == 0)
            return null;
        var letters = RecognisedPage.Letters(words, picture.Pixels, picture.Place);
        var recognised = page with { Letters = [.. letters], Shapes = [], Images = [] };
        var (lines, remarks) = PageLayout.Read(recognised, CancellationToken.None);
        remarks.Add(ReadingRemark.Of(
            ReadingRemarkKind.RecognisedText, page.Number, null,
            new(
                $"The page is an image; its text was recognised by {_recogniser.Version} and may be wrong anywhere.",
                $"Die Seite ist ein Bild; ihr Text wurde von {_recogniser.Version} erkannt und kann überall falsch sein.")));
        return (lines, remarks);
    }

    private IReadOnlyList<RecognisedWord> WordsIn(byte[] picture)
    {
        var left = _limit - _spent.Elapsed;
        if (left <= TimeSpan.Zero)
            return [];
        _spent.Start();
        var words = Tesseract.Read(_recogniser.Command, picture, left);
        _spent.Stop();
        return words;
    }
}
