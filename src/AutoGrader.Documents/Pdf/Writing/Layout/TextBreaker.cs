using System.Text;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>Breaks text into lines by measured widths: at blanks, and within a word only where a whole line cannot hold it.</summary>
internal sealed class TextBreaker
{
    private static readonly char[] Joints = ['-', '_', '.', '/', '\\'];

    private readonly double width;
    private readonly List<TextLine> lines = [new()];
    private readonly List<(string Text, TextFormat Format)> word = [];
    private TextFormat? blank;

    private TextBreaker(double width) => this.width = Math.Max(width, 20);

    /// <summary>Breaks text of one format.</summary>
    public static IReadOnlyList<TextLine> Break(string text, TextFormat format, double width) => Break([(text, format)], width);

    /// <summary>
    /// Breaks runs of text; at least one line, never a line that is wider than the given width unless a single character is.
    /// </summary>
    public static IReadOnlyList<TextLine> Break(IEnumerable<(string Text, TextFormat Format)> runs, double width)
    {
        var breaker = new TextBreaker(width);
        TextFormat last = default;
        foreach (var (text, format) in runs)
        {
            breaker.Add(PrintableText.From(text), format);
            last = format;
        }

        breaker.EndWord();
        return [.. breaker.lines.Select(l => l.AtLeast(last))];
    }

    private void Add(string text, TextFormat format)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (' ' or '\n'))
                continue;
            if (i > start)
                word.Add((text[start..i], format));
            start = i + 1;
            if (i == text.Length)
                break;
            EndWord();
            if (text[i] == '\n')
                EndLine(format);
            else
                blank = format;
        }
    }

    private void EndWord()
    {
        if (word.Count == 0)
            return;
        var needed = word.Sum(p => Fonts.Width(p.Text, p.Format.Face, p.Format.Size));
        var gap = blank is { } b && !lines[^1].IsEmpty ? Fonts.Width(" ", b.Face, b.Size) : 0;
        if (!lines[^1].IsEmpty && lines[^1].Width + gap + needed > width)
            lines.Add(new TextLine());
        else if (gap > 0)
            lines[^1].Append(" ", blank!.Value);
        foreach (var (text, format) in word)
            if (needed <= width)
                lines[^1].Append(text, format);
            else
                Split(text, format);
        word.Clear();
        blank = null;
    }

    private void Split(string text, TextFormat format)
    {
        var part = new StringBuilder();
        var room = width - lines[^1].Width;
        foreach (var character in text.EnumerateRunes())
        {
            var needed = Fonts.Width(character.ToString(), format.Face, format.Size);
            if (needed > room && !(part.Length == 0 && lines[^1].IsEmpty))
            {
                var rest = TakeRest(part);
                lines[^1].Append(part.ToString(), format);
                part.Clear().Append(rest);
                lines.Add(new TextLine());
                room = width - Fonts.Width(rest, format.Face, format.Size);
            }

            part.Append(character.ToString());
            room -= needed;
        }

        lines[^1].Append(part.ToString(), format);
    }

    /// <summary>Names are broken behind their own joints, where these are not too far back.</summary>
    private static string TakeRest(StringBuilder part)
    {
        var text = part.ToString();
        var joint = text.LastIndexOfAny(Joints) + 1;
        if (joint <= text.Length / 2)
            return "";
        part.Length = joint;
        return text[joint..];
    }

    private void EndLine(TextFormat format)
    {
        lines[^1].AtLeast(format);
        lines.Add(new TextLine());
        blank = null;
    }
}
