using System.Globalization;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>What a person should know about a page that was read.</summary>
internal static class PageRemarks
{
    private const double UnknownShare = 0.02;

    /// <summary>A page with fewer letters says nothing of its own, such as a scan with a printed page number.</summary>
    private const int FewestLetters = 25;

    // A line of writing with a formula; rules, bullets and logos are smaller.
    private const double PictureWidth = 50;
    private const double PictureHeight = 14;

    public static List<ReadingRemark> Of(RawPage page, List<RawLetter> visible, List<HiddenLetter> hidden, List<Atom> atoms) =>
    [
        .. OfImages(page, visible),
        .. HiddenRemarks.Of(page, hidden),
        .. page.Annotations.Select(a => OfAnnotation(page.Number, a)),
        .. OutlineFormulas.Find(page).Select(box => ReadingRemark.Of(ReadingRemarkKind.OutlineFormulas, page.Number, box, new(
            "A formula is drawn as outlines; it can be seen but not read.",
            "Eine Formel ist als Umriss gezeichnet; sie ist zu sehen, aber nicht zu lesen."))),
        .. OfLetters(page, visible, atoms),
    ];

    /// <summary>Whether a page shows an image and no text worth the name.</summary>
    public static bool IsImageOnly(RawPage page, List<RawLetter> visible) =>
        visible.Count(l => !string.IsNullOrWhiteSpace(l.Text)) < FewestLetters
        && page.Images.Any(i => i.Width * i.Height > 0.25 * page.Size.Width * page.Size.Height);

    private static IEnumerable<ReadingRemark> OfImages(RawPage page, List<RawLetter> visible) => IsImageOnly(page, visible)
        ? [ReadingRemark.Of(ReadingRemarkKind.ImageOnlyPage, page.Number, null, new(
            "The page is an image without text.", "Die Seite ist ein Bild ohne Text."))]
        : page.Images.Where(IsPicture).Select(image => ReadingRemark.Of(ReadingRemarkKind.Picture, page.Number, image, new(
            "An image stands here; what it shows was not read.", "Hier steht ein Bild; was es zeigt, wurde nicht gelesen.")));

    private static IEnumerable<ReadingRemark> OfLetters(RawPage page, List<RawLetter> visible, List<Atom> atoms)
    {
        var unknown = atoms.Where(a => a.Unknown).Select(a => a.Box).ToList();
        if (unknown.Count > Math.Max(3, atoms.Count * UnknownShare))
        {
            var (count, all) = (Number(unknown.Count), Number(atoms.Count));
            yield return ReadingRemark.Of(ReadingRemarkKind.UnknownLetters, page.Number, Around(unknown), new(
                $"{count} of {all} letters have no usable encoding.",
                $"{count} von {all} Zeichen haben keine brauchbare Kodierung."));
        }

        var guessed = visible.Where(l => l.Guessed).Select(l => l.Ink).ToList();
        if (guessed.Count > 0)
        {
            yield return ReadingRemark.Of(ReadingRemarkKind.UnknownLetters, page.Number, Around(guessed), new(
                $"{Number(guessed.Count)} letters are in fonts that do not name their characters; they were guessed.",
                $"{Number(guessed.Count)} Zeichen stehen in Schriften, die ihre Zeichen nicht benennen; sie wurden geraten."));
        }

        if (page.LettersOverLimit > 0)
        {
            yield return ReadingRemark.Of(ReadingRemarkKind.LimitReached, page.Number, null, new(
                $"{Number(page.LettersOverLimit)} letters beyond the limit were not read.",
                $"{Number(page.LettersOverLimit)} Zeichen jenseits der Grenze wurden nicht gelesen."));
        }

        if (page.PathsOverLimit > 0)
        {
            yield return ReadingRemark.Of(ReadingRemarkKind.LimitReached, page.Number, null, new(
                $"{Number(page.PathsOverLimit)} drawn lines and areas beyond the limit were not looked at.",
                $"{Number(page.PathsOverLimit)} gezeichnete Linien und Flächen jenseits der Grenze wurden nicht betrachtet."));
        }
    }

    private static ReadingRemark OfAnnotation(int page, RawAnnotation annotation)
    {
        var text = Shortened.Of(annotation.Text);
        return annotation.Kind == "FileAttachment"
            ? ReadingRemark.Of(ReadingRemarkKind.Attachment, page, annotation.Box, new(
                $"A file is attached here and was not opened: \"{text}\"",
                $"Hier ist eine Datei angehängt, die nicht geöffnet wurde: „{text}“"))
            : ReadingRemark.Of(ReadingRemarkKind.Annotation, page, annotation.Box, new(
                $"Text of an annotation ({annotation.Kind}) was not read as part of the report: \"{text}\"",
                $"Text einer Anmerkung ({annotation.Kind}) wurde nicht als Teil des Berichts gelesen: „{text}“"));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsPicture(Box image) => image.Width >= PictureWidth && image.Height >= PictureHeight;

    private static Box Around(IEnumerable<Box> boxes) => boxes.Aggregate((a, b) => a.Union(b));
}
