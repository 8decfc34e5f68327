using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Plots;

/// <summary>Words of a page from its letters, in the order of the file. Plots are labelled word by word, so that order is enough.</summary>
internal static partial class PlotWords
{
    private const double SameBaseline = 0.12;
    private const double LetterGap = 0.3;
    private const double WordGap = 0.9;

    /// <summary>Words that run as the page does. Matplotlib draws the minus of its numbers as a bar.</summary>
    public static List<PlotWord> Straight(IEnumerable<RawLetter> letters, LineIndex lines)
    {
        var words = new List<PlotWord>();
        var word = new List<RawLetter>();
        foreach (var letter in letters.Where(l => l is { Painted: true, Concealed: Concealment.None }))
        {
            if (string.IsNullOrWhiteSpace(letter.Text))
            {
                Close(words, word);
                continue;
            }

            if (MinusBefore(letter, lines) is { } minus)
                Add(minus);
            Add(letter);
        }

        Close(words, word);
        return words;

        void Add(RawLetter letter)
        {
            if (word.Count > 0 && !Continues(word[^1], letter))
                Close(words, word);
            word.Add(letter);
        }
    }

    /// <summary>Texts that run upwards or downwards, blanks included.</summary>
    public static List<PlotWord> Turned(IEnumerable<RawLetter> letters)
    {
        var words = new List<PlotWord>();
        var word = new List<RawLetter>();
        foreach (var letter in letters.Where(l => l.Painted))
        {
            if (word.Count > 0 && !AreNear(word[^1].Ink, letter.Ink, letter.Size))
                Close(words, word);
            // Where its advance begins and ends is measured across the page.
            word.Add(letter with { Left = letter.Ink.X, Right = letter.Ink.Right });
        }

        Close(words, word);
        return words.FindAll(w => w.Text.Length > 0);
    }

    /// <summary>Joins words that stand beside each other on a line.</summary>
    public static List<PlotWord> Phrases(IEnumerable<PlotWord> words)
    {
        var phrases = new List<PlotWord>();
        foreach (var word in words.OrderBy(w => Math.Round(w.Baseline)).ThenBy(w => w.Box.X))
        {
            var before = phrases.FindLastIndex(p => Math.Abs(p.Baseline - word.Baseline) < 0.25 * word.Size
                && word.Box.X - p.Box.Right < WordGap * Math.Max(p.Size, word.Size) && word.Box.X > p.Box.X);
            if (before < 0)
                phrases.Add(word);
            else
            {
                var first = phrases[before];
                phrases[before] = first with { Text = $"{first.Text} {word.Text}", Box = first.Box.Union(word.Box), Value = null };
            }
        }

        return phrases;
    }

    private static bool Continues(RawLetter last, RawLetter next)
    {
        var size = Math.Max(last.Size, next.Size);
        var gap = next.Left - last.Right;
        if (gap > LetterGap * size || gap < -0.5 * size)
            return false;
        // An exponent is smaller and higher.
        var rise = last.Baseline - next.Baseline;
        return Math.Abs(rise) < SameBaseline * size || (rise > 0 && rise < 0.7 * size && next.Size < 0.9 * last.Size);
    }

    private static RawLetter? MinusBefore(RawLetter letter, LineIndex lines)
    {
        if (letter is not { Text: [>= '0' and <= '9'], Size: > 2 and < 60 })
            return null;
        var size = letter.Size;
        return lines.At(isUpright: false, letter.Baseline - 0.3 * size, 0.12 * size)
            .Where(l => l.Look is null && l.Length > 0.35 * size && l.Length < size && Math.Abs(letter.Left - l.To) < 0.35 * size)
            .Select(l => letter with
            {
                Text = "-",
                Ink = new Box(l.From, l.At, l.Length, 0),
                Left = l.From,
                Right = letter.Left,
            })
            .FirstOrDefault();
    }

    private static bool AreNear(Box a, Box b, double size) =>
        b.X - a.Right < size && a.X - b.Right < size && b.Y - a.Bottom < size && a.Y - b.Bottom < size;

    private static void Close(List<PlotWord> words, List<RawLetter> letters)
    {
        if (letters.Count == 0)
            return;
        var first = letters[0];
        var text = new StringBuilder();
        var isRaised = false;
        foreach (var letter in letters)
        {
            if (!isRaised && letter.Size < 0.9 * first.Size && first.Baseline - letter.Baseline > SameBaseline * first.Size)
            {
                isRaised = true;
                text.Append('^');
            }

            text.Append(Glyphs.Normalize(letter.Text));
        }

        var written = text.ToString().Trim();
        var box = letters.Select(l => l.Ink with { X = l.Left, Width = Math.Max(0, l.Right - l.Left) }).Aggregate((a, b) => a.Union(b));
        words.Add(new PlotWord(written, box, first.Baseline, first.Size, ValueOf(written), first.Colour));
        letters.Clear();
    }

    private static double? ValueOf(string text)
    {
        if (Power().Match(text) is { Success: true } power)
            return Math.Pow(10, int.Parse(power.Groups[1].Value, CultureInfo.InvariantCulture));
        return Number().IsMatch(text)
            ? double.Parse(text.TrimEnd('%').Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;
    }

    [GeneratedRegex(@"^[+-]?(?:[0-9]{1,9}(?:[.,][0-9]{0,9})?|[.][0-9]{1,9})(?:[eE][+-]?[0-9]{1,2})?%?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^10\^([+-]?[0-9]{1,2})$")]
    private static partial Regex Power();
}
