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
        .. OutlineFormulas.Find(page).Select(box => new ReadingRemark(
            ReadingRemarkKind.OutlineFormulas, page.Number, box, "A formula is drawn as outlines; it can be seen but not read.")),
        .. OfLetters(page, visible, atoms),
    ];

    /// <summary>Whether a page shows an image and no text worth the name.</summary>
    public static bool IsImageOnly(RawPage page, List<RawLetter> visible) =>
        visible.Count(l => !string.IsNullOrWhiteSpace(l.Text)) < FewestLetters
        && page.Images.Any(i => i.Width * i.Height > 0.25 * page.Size.Width * page.Size.Height);

    private static IEnumerable<ReadingRemark> OfImages(RawPage page, List<RawLetter> visible) => IsImageOnly(page, visible)
        ? [new(ReadingRemarkKind.ImageOnlyPage, page.Number, null, "The page is an image without text.")]
        : page.Images.Where(IsPicture).Select(image => new ReadingRemark(
            ReadingRemarkKind.Picture, page.Number, image, "An image stands here; what it shows was not read."));

    private static IEnumerable<ReadingRemark> OfLetters(RawPage page, List<RawLetter> visible, List<Atom> atoms)
    {
        var unknown = atoms.Where(a => a.Unknown).Select(a => a.Box).ToList();
        if (unknown.Count > Math.Max(3, atoms.Count * UnknownShare))
        {
            yield return new(ReadingRemarkKind.UnknownLetters, page.Number, Around(unknown), string.Create(
                CultureInfo.InvariantCulture, $"{unknown.Count} of {atoms.Count} letters have no usable encoding."));
        }

        var guessed = visible.Where(l => l.Guessed).Select(l => l.Ink).ToList();
        if (guessed.Count > 0)
        {
            yield return new(ReadingRemarkKind.UnknownLetters, page.Number, Around(guessed), string.Create(
                CultureInfo.InvariantCulture,
                $"{guessed.Count} letters are in fonts that do not name their characters; they were guessed."));
        }

        if (page.LettersOverLimit > 0)
        {
            yield return new(ReadingRemarkKind.LimitReached, page.Number, null, string.Create(
                CultureInfo.InvariantCulture, $"{page.LettersOverLimit} letters beyond the limit were not read."));
        }

        if (page.PathsOverLimit > 0)
        {
            yield return new(ReadingRemarkKind.LimitReached, page.Number, null, string.Create(
                CultureInfo.InvariantCulture, $"{page.PathsOverLimit} drawn lines and areas beyond the limit were not looked at."));
        }
    }

    private static ReadingRemark OfAnnotation(int page, RawAnnotation annotation) => annotation.Kind == "FileAttachment"
        ? new(
            ReadingRemarkKind.Attachment, page, annotation.Box,
            $"A file is attached here and was not opened: \"{Shortened.Of(annotation.Text)}\"")
        : new(
            ReadingRemarkKind.Annotation, page, annotation.Box,
            $"Text of an annotation ({annotation.Kind}) was not read as part of the report: \"{Shortened.Of(annotation.Text)}\"");

    private static bool IsPicture(Box image) => image.Width >= PictureWidth && image.Height >= PictureHeight;

    private static Box Around(IEnumerable<Box> boxes) => boxes.Aggregate((a, b) => a.Union(b));
}
