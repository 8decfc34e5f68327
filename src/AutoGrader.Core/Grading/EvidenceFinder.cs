using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Grading;

/// <summary>
/// Points at a span of a block's text on the page. A box for each run of lines that stand below each other: a sentence that goes on in the
/// next column or on the next page gets a box in each.
/// </summary>
internal static class EvidenceFinder
{
    /// <summary>The places of a span, in reading order; empty only for a span outside all lines.</summary>
    /// <param name="block">The block.</param>
    /// <param name="start">Where the span begins in the block's text.</param>
    /// <param name="length">How long it is.</param>
    public static IReadOnlyList<Evidence> Find(ReportBlock block, int start, int length)
    {
        var evidence = new List<Evidence>();
        ReportLine? previous = null;
        var (from, to) = (0, 0);
        var box = default(Box);
        foreach (var line in block.Lines.Where(l => l.Start < start + length && l.Start + l.Length > start))
        {
            var lineFrom = Math.Max(line.Start, start);
            var lineTo = Math.Min(line.Start + line.Length, start + length);
            var part = Narrow(line, lineFrom, lineTo);
            if (previous is not null && GoesOnBelow(previous, line))
            {
                box = box.Union(part);
            }
            else
            {
                if (previous is not null)
                    evidence.Add(new Evidence(previous.Page, box, Cut(block.Text, from, to)));
                (from, box) = (lineFrom, part);
            }

            (previous, to) = (line, lineTo);
        }

        if (previous is not null)
            evidence.Add(new Evidence(previous.Page, box, Cut(block.Text, from, to)));
        return evidence;
    }

    /// <summary>The places of a whole block.</summary>
    public static IReadOnlyList<Evidence> Find(ReportBlock block) => Find(block, 0, block.Text.Length);

    private static bool GoesOnBelow(ReportLine previous, ReportLine line) =>
        line.Page == previous.Page && line.Box.Bottom >= previous.Box.Bottom - previous.Box.Height / 2
        && line.Box.X < previous.Box.Right && previous.Box.X < line.Box.Right;

    // Letters are not equally wide; a share of the line is near enough to be looked at.
    private static Box Narrow(ReportLine line, int from, int to)
    {
        if (line.Length == 0)
            return line.Box;
        var left = line.Box.Width * (from - line.Start) / line.Length;
        var width = line.Box.Width * (to - from) / line.Length;
        return line.Box with { X = line.Box.X + left, Width = width };
    }

    private static string Cut(string text, int from, int to) => text[Math.Min(from, text.Length)..Math.Min(to, text.Length)].Trim();
}
