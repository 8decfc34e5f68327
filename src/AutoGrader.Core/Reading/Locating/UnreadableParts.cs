namespace AutoGrader.Core.Reading.Locating;

/// <summary>Finds the answers in whose part of the page something stands that could not be read, images included.</summary>
internal static class UnreadableParts
{
    private const int LinesOfAColumn = 4;

    /// <summary>For every section the remarks that fall into it.</summary>
    public static ILookup<AnswerSection, ReadingRemark> Assign(ReportContent content, IReadOnlyList<AnswerSection> sections)
    {
        var lines = content.Blocks.SelectMany((b, i) => b.Lines.Select(l => (Block: i, Line: l))).ToList();
        var pairs = new List<(AnswerSection Section, ReadingRemark Remark)>();
        foreach (var remark in content.Remarks.Where(r => r.Kind.HidesContent() || r.Kind == ReadingRemarkKind.Picture))
        {
            if (remark.Box is { } box && PlaceOf(lines, remark.Page, content.Pages[remark.Page - 1].Width, box) is { } position)
                pairs.Add((sections.Last(s => s.LabelStart.CompareTo(position) <= 0), remark));
            else
                pairs.AddRange(sections.Where(s => Touches(content, s, remark)).Select(s => (s, remark)));
        }

        return pairs.ToLookup(p => p.Section, p => p.Remark);
    }

    /// <summary>The place in the text that a box stands at or below, in the same column; else the end of the page before.</summary>
    private static ReportPosition? PlaceOf(List<(int Block, ReportLine Line)> lines, int page, double width, Box box)
    {
        bool IsRight(Box b) => b.X > 0.475 * width;
        var here = lines.Where(l => l.Line.Page == page).ToList();
        var isTwoColumned = here.Count(l => IsRight(l.Line.Box) && l.Line.Box.Width > width / 4) >= LinesOfAColumn;
        // The middle of a line decides: a formula in the line reaches above and below it.
        var nearest = here
            .Where(l => l.Line.Box.Y + l.Line.Box.Height / 2 <= box.Bottom)
            .Where(l => !isTwoColumned || IsRight(l.Line.Box) == IsRight(box))
            .OrderBy(l => l.Line.Box.Bottom).ToList();
        if (nearest.Count > 0)
            return new ReportPosition(nearest[^1].Block, OffsetAt(nearest[^1].Line, box));
        var before = lines.FindLast(l => l.Line.Page < page);
        return before.Line is null ? null : new ReportPosition(before.Block, before.Line.Start + before.Line.Length);
    }

    private static int OffsetAt(ReportLine line, Box box)
    {
        var isInLine = box.Y < line.Box.Y + line.Box.Height / 2;
        var share = isInLine && line.Box.Width > 0 ? Math.Clamp((box.X - line.Box.X) / line.Box.Width, 0, 1) : 1;
        return line.Start + (int)(share * line.Length);
    }

    private static bool Touches(ReportContent content, AnswerSection section, ReadingRemark remark)
    {
        if (section.Label < 0)
            return false;
        if (remark.Page == 0 || remark.Kind == ReadingRemarkKind.LimitReached)
            return true;
        var first = PageAt(content, section.LabelStart, last: false);
        var end = PageAt(content, section.End, last: true);
        return remark.Page >= first && remark.Page <= end;
    }

    private static int PageAt(ReportContent content, ReportPosition position, bool last)
    {
        if (position.Block >= content.Blocks.Count)
            return Math.Max(content.Pages.Count, 1);
        var lines = content.Blocks[position.Block].Lines;
        var line = lines.LastOrDefault(l => l.Start <= position.Offset) ?? (lines.Count > 0 ? lines[0] : null);
        return line?.Page ?? (last ? content.Pages.Count : 1);
    }
}
