using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>Tells a tutor of text that does not show: one remark for each piece of it, with its place and what hides it.</summary>
internal static class HiddenRemarks
{
    /// <summary>A page with more pieces is remarked on once more, as a whole.</summary>
    private const int MostPieces = 10;

    /// <summary>Letters farther apart than this, in sizes of the letter, are different pieces.</summary>
    private const double Near = 3;

    public static IEnumerable<ReadingRemark> Of(RawPage page, List<HiddenLetter> hidden)
    {
        var pieces = Pieces(hidden);
        foreach (var piece in pieces.Take(MostPieces))
        {
            var (how, quote) = (How(piece[0].By), Quote(piece));
            yield return ReadingRemark.Of(
                ReadingRemarkKind.HiddenText, page.Number, BoxOf(piece, page.Size),
                new($"{how.English}: \"{quote}\"", $"{how.German}: „{quote}“"));
        }

        var rest = pieces.Skip(MostPieces).SelectMany(p => p).ToList();
        if (rest.Count > 0)
        {
            var count = (pieces.Count - MostPieces).ToString(CultureInfo.InvariantCulture);
            yield return ReadingRemark.Of(ReadingRemarkKind.HiddenText, page.Number, BoxOf(rest, page.Size), new(
                $"{count} more pieces of text do not show and were left out.",
                $"{count} weitere Textstücke sind nicht sichtbar und wurden nicht gelesen."));
        }
    }

    private static List<List<HiddenLetter>> Pieces(List<HiddenLetter> hidden)
    {
        var pieces = new List<List<HiddenLetter>>();
        foreach (var letter in hidden)
        {
            if (pieces.Count > 0 && Follows(pieces[^1][^1], letter))
                pieces[^1].Add(letter);
            else
                pieces.Add([letter]);
        }

        return pieces;
    }

    // The next line begins anywhere beside, but not far below.
    private static bool Follows(HiddenLetter before, HiddenLetter letter) =>
        before.By == letter.By
        && Math.Abs(letter.Letter.Baseline - before.Letter.Baseline) <= Near * Math.Max(before.Letter.Size, letter.Letter.Size);

    /// <summary>The place, moved to the nearest edge where it lies outside the page.</summary>
    private static Box BoxOf(List<HiddenLetter> piece, PageSize page)
    {
        var box = piece.Select(l => l.Letter.Ink).Aggregate((a, b) => a.Union(b));
        var (left, top) = (Math.Clamp(box.X, 0, page.Width), Math.Clamp(box.Y, 0, page.Height));
        return new Box(left, top, Math.Clamp(box.Right, 0, page.Width) - left, Math.Clamp(box.Bottom, 0, page.Height) - top);
    }

    private static string Quote(List<HiddenLetter> piece)
    {
        var words = piece.Select((l, i) => (i > 0 && IsApart(piece[i - 1].Letter, l.Letter) ? " " : "") + l.Letter.Text);
        return Shortened.Of(string.Concat(words));
    }

    // Blanks are not among the hidden letters.
    private static bool IsApart(RawLetter before, RawLetter letter) =>
        Math.Abs(letter.Baseline - before.Baseline) > before.Size / 2 || letter.Left - before.Right > before.Size * 0.15;

    private static LocalizedText How(HiddenBy by) => by switch
    {
        HiddenBy.RenderingMode => new(
            "Invisible text (painted in no colour, as text recognition puts behind a scan) was left out",
            "Unsichtbarer Text (ohne Farbe gesetzt, wie ihn die Texterkennung hinter einen Scan legt) wurde nicht gelesen"),
        HiddenBy.Size => new("Text too small to be seen was left out", "Text, der zum Sehen zu klein ist, wurde nicht gelesen"),
        HiddenBy.PageEdge => new("Text outside the page was left out", "Text außerhalb der Seite wurde nicht gelesen"),
        HiddenBy.Colour => new(
            "Text in the colour of its background was left out", "Text in der Farbe seines Hintergrunds wurde nicht gelesen"),
        HiddenBy.Cover => new(
            "Text below an image or a filled area was left out", "Text unter einem Bild oder einer gefüllten Fläche wurde nicht gelesen"),
        HiddenBy.Transparency => new("Transparent text was left out", "Durchsichtiger Text wurde nicht gelesen"),
        _ => new("Text outside the area that is shown was left out", "Text außerhalb des gezeigten Ausschnitts wurde nicht gelesen"),
    };
}
