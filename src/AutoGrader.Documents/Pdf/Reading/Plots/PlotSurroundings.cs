using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Plots;

/// <summary>What stands on a page with plots: words, turned words, and ink that may be words.</summary>
internal sealed partial class PlotSurroundings
{
    private const double LargestInk = 60;

    private readonly List<PlotWord> _phrases;
    private readonly List<PlotWord> _turned;
    private readonly List<Box> _ink;

    public PlotSurroundings(IEnumerable<PlotWord> words, IEnumerable<PlotWord> turned, RawPage page)
    {
        // The beginning of a caption tells it; what follows stands farther right.
        _phrases = PlotWords.Phrases(words);
        _turned = [.. turned];
        _ink =
        [
            .. page.Shapes.Where(s => s is { Fill: not null, Pieces: > 5 } || s.Glyph is not null).Select(s => s.Box)
                .Concat(page.Images).Where(b => b is { Width: < LargestInk, Height: > 1.5 and < LargestInk }),
        ];
    }

    /// <summary>Words beside each other.</summary>
    public IReadOnlyList<PlotWord> Phrases => _phrases;

    /// <summary>Phrases with their middle in a zone, of no more than a width: no captions, no text of the page.</summary>
    public List<PlotWord> Labels(Box zone, double width) => _phrases.FindAll(p => IsLabel(p, width) && IsIn(zone, p));

    /// <summary>Turned words in a zone.</summary>
    public List<PlotWord> Turned(Box zone) => _turned.FindAll(t => t.IsWording && zone.Touches(t.Box));

    /// <summary>Whether something stands in a zone that may be a label.</summary>
    public bool HoldsAnything(Box zone, double width) =>
        HoldsWording(zone, width) || _turned.Exists(t => zone.Touches(t.Box)) || _ink.Exists(i => zone.Touches(i));

    /// <summary>Whether words of no more than a width stand in a zone.</summary>
    public bool HoldsWording(Box zone, double width) => _phrases.Exists(p => IsLabel(p, width) && zone.Touches(p.Box));

    /// <summary>Whether something has its middle in a zone.</summary>
    public bool HoldsCentre(Box zone) => _phrases.Exists(p => p.IsWording && IsIn(zone, p)) || _ink.Exists(i => zone.Touches(i));

    private static bool IsLabel(PlotWord phrase, double width) =>
        phrase.IsWording && phrase.Box.Width <= width && !Caption().IsMatch(phrase.Text);

    private static bool IsIn(Box zone, PlotWord word) =>
        word.Centre > zone.X && word.Centre < zone.Right && word.Middle > zone.Y && word.Middle < zone.Bottom;

    [GeneratedRegex(
        @"^(?:(?:Figure|Fig\.?|Abbildung|Abb\.?)\s*[0-9]|\(?[a-h]\))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Caption();
}
