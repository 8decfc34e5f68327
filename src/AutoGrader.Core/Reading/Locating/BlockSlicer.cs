namespace AutoGrader.Core.Reading.Locating;

/// <summary>Cuts blocks. A part keeps its lines and matrices, with offsets counted from its own beginning.</summary>
internal static class BlockSlicer
{
    /// <summary>The blocks between two positions; cut ones in part, empty ones left out.</summary>
    public static IReadOnlyList<ReportBlock> Between(IReadOnlyList<ReportBlock> blocks, ReportPosition start, ReportPosition end)
    {
        var result = new List<ReportBlock>();
        for (var i = start.Block; i <= end.Block && i < blocks.Count; i++)
        {
            var from = i == start.Block ? start.Offset : 0;
            var to = i == end.Block ? end.Offset : blocks[i].Text.Length;
            if (Slice(blocks[i], from, to) is { } part)
                result.Add(part);
        }

        return result;
    }

    /// <summary>The part of a block between two offsets without blanks around it; <c>null</c> where nothing is left.</summary>
    public static ReportBlock? Slice(ReportBlock block, int start, int end)
    {
        var text = block.Text;
        end = Math.Min(end, text.Length);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (start >= end)
            return null;
        if (start == 0 && end == text.Length)
            return block;
        return block with
        {
            Kind = block.Kind == BlockKind.Heading && start > 0 ? BlockKind.Paragraph : block.Kind,
            Text = text[start..end],
            Lines = [.. block.Lines.Select(l => Slice(l, start, end)).OfType<ReportLine>()],
            Matrices = [.. block.Matrices
                .Where(m => m.Start >= start && m.Start + m.Length <= end)
                .Select(m => m with { Start = m.Start - start })],
            BoldPrefixLength = Math.Clamp(block.BoldPrefixLength - start, 0, end - start),
        };
    }

    private static ReportLine? Slice(ReportLine line, int start, int end)
    {
        var from = Math.Max(line.Start, start);
        var to = Math.Min(line.Start + line.Length, end);
        if (from >= to)
            return null;
        // Where the cut runs through the line is estimated by the number of letters.
        var box = line.Box;
        var left = box.X + box.Width * (from - line.Start) / line.Length;
        var right = box.X + box.Width * (to - line.Start) / line.Length;
        return new ReportLine(from - start, to - from, line.Page, box with { X = left, Width = right - left });
    }
}
