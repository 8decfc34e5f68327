using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;

namespace AutoGrader.Documents.Pdf.Reading.Blocks;

/// <summary>A block while it is built: text with places, and which lines it came from.</summary>
internal sealed record BlockDraft(
    BlockKind Kind,
    MappedText Text,
    IReadOnlyList<(int Start, int Length)> Spans,
    IReadOnlyList<TextLine> Lines)
{
    /// <summary>The finished block.</summary>
    public ReportBlock Finish()
    {
        var lines = new List<ReportLine>();
        foreach (var (start, length) in Spans.Where(s => s.Length > 0))
        {
            var place = Text.PlaceOf(start, length);
            lines.Add(new ReportLine(start, length, place.Page, place.Box));
        }

        return new ReportBlock
        {
            Kind = Kind,
            // Gaps between statements of a line are kept until here: they tell statements apart.
            Text = Kind == BlockKind.Table ? Text.ToString() : Text.ToString().Replace('\t', ' '),
            Lines = lines,
            Matrices = Text.Matrices,
            FontSize = Math.Round(Lines.GroupBy(l => l.Size).OrderByDescending(g => g.Sum(l => l.Text.Length)).First().Key, 2),
            BoldPrefixLength = BoldPrefix(),
        };
    }

    private int BoldPrefix()
    {
        var length = 0;
        for (var i = 0; i < Lines.Count && i < Spans.Count; i++)
        {
            length = Spans[i].Start + Math.Min(Lines[i].BoldPrefix, Spans[i].Length);
            if (!Lines[i].Bold)
                break;
        }

        return Math.Min(length, Text.Length);
    }
}

/// <summary>Joins the lines of a group to the text of a block.</summary>
internal sealed partial class BlockBuilder(Hyphenation hyphenation)
{
    /// <summary>The block of a group of lines.</summary>
    public BlockDraft Build(LineGroup group) => group.Kind switch
    {
        BlockKind.Code or BlockKind.Output => BuildPreformatted(group),
        BlockKind.Table => BuildTable(group),
        _ => BuildFlowing(group),
    };

    private BlockDraft BuildFlowing(LineGroup group)
    {
        var text = new MappedText();
        var spans = new List<(int, int)>();
        foreach (var line in group.Lines.Select(l => Trimmed(l.Text)))
        {
            if (text.Length > 0)
            {
                var joint = hyphenation.Joint(text.ToString(), line.ToString());
                if (joint == LineJoint.Hyphenated)
                {
                    text.Trim(1);
                    spans[^1] = (spans[^1].Item1, spans[^1].Item2 - 1);
                }
                else if (joint == LineJoint.Blank)
                {
                    text.AppendUnprinted(" ");
                }
            }

            spans.Add((text.Length, line.Length));
            text.Append(line);
        }

        return new BlockDraft(group.Kind, text, spans, group.Lines);
    }

    private static BlockDraft BuildTable(LineGroup group)
    {
        var text = new MappedText();
        var spans = new List<(int, int)>();
        foreach (var line in group.Lines)
            AddLine(text, spans, Trimmed(line.Text), 1);
        return new BlockDraft(group.Kind, text, spans, group.Lines);
    }

    /// <summary>Code and output keep their line ends and indentation; a prompt beside the cell is no part of it.</summary>
    private static BlockDraft BuildPreformatted(LineGroup group)
    {
        var text = new MappedText();
        var spans = new List<(int, int)>();
        var lines = group.Lines.Select(l => (Line: l, Text: WithoutPrompt(l.Text))).Where(l => l.Text.Length > 0).ToList();
        if (lines.Count == 0)
            lines = [(group.Lines[0], group.Lines[0].Text)];
        var left = lines.Min(l => l.Text.PlaceOf(0).Box.X);
        TextLine? previous = null;
        foreach (var (line, content) in lines)
        {
            var advance = Advance(line);
            var indent = (int)Math.Round((content.PlaceOf(0).Box.X - left) / advance);
            var distance = previous is null || previous.Page != line.Page ? 1 : (line.Baseline - previous.Baseline) / line.Size;
            var indented = MappedText.Of(new string(' ', Math.Clamp(indent, 0, 100)), content.PlaceOf(0));
            indented.Append(content);
            AddLine(text, spans, indented, distance > 1.9 ? 2 : 1);
            previous = line;
        }

        return new BlockDraft(group.Kind, text, spans, group.Lines);
    }

    private static void AddLine(MappedText text, List<(int, int)> spans, MappedText line, int breaks)
    {
        if (text.Length > 0)
            text.AppendUnprinted(new string('\n', breaks));
        spans.Add((text.Length, line.Length));
        text.Append(line);
    }

    private static double Advance(TextLine line)
    {
        var advances = line.Atoms.Where(a => a.Monospaced).Select(a => a.Right - a.Left).Order().ToList();
        return advances.Count == 0 ? line.Size * 0.6 : Math.Max(0.5, advances[advances.Count / 2]);
    }

    private static MappedText WithoutPrompt(MappedText text)
    {
        var prompt = Prompt().Match(text.ToString());
        return prompt.Success ? text.Slice(prompt.Length, text.Length - prompt.Length) : text;
    }

    private static MappedText Trimmed(MappedText text)
    {
        var s = text.ToString();
        var start = s.Length - s.TrimStart().Length;
        return text.Slice(start, s.Trim().Length);
    }

    [GeneratedRegex(@"^\s*(?:(?:In|Out)\s*)?\[\s*\d*\s*\]:\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Prompt();
}
