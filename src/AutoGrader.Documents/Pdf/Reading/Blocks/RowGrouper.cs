using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;
using AutoGrader.Documents.Pdf.Reading.Matrices;

namespace AutoGrader.Documents.Pdf.Reading.Blocks;

/// <summary>
/// Makes tables of neighbouring groups whose lines are rows: cells side by side, rows of numbers, labelled rows of numbers.
/// </summary>
internal static class RowGrouper
{
    private const double LargestGap = 3;

    /// <summary>The groups with rows merged.</summary>
    public static List<LineGroup> Merge(List<LineGroup> groups)
    {
        var result = new List<LineGroup>();
        foreach (var group in groups.SelectMany(SplitRows))
        {
            if (result.Count > 0 && BelongTogether(result[^1], group))
            {
                result[^1].Lines.AddRange(group.Lines);
                result[^1].Kind = BlockKind.Table;
            }
            else
            {
                result.Add(group);
            }
        }

        return result;
    }

    /// <summary>Rows that flowed into a paragraph stand alone again.</summary>
    private static IEnumerable<LineGroup> SplitRows(LineGroup group)
    {
        if (group.Kind is not (BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Heading)
            || group.Lines.Count == 1
            || !group.Lines.Any(IsRow))
            return [group];
        var parts = new List<LineGroup>();
        foreach (var line in group.Lines)
        {
            if (parts.Count > 0 && !IsRow(line) && !IsRow(parts[^1].Last))
                parts[^1].Lines.Add(line);
            else
                parts.Add(new LineGroup(parts.Count == 0 ? group.Kind : BlockKind.Paragraph, line));
        }

        return parts;
    }

    private static bool IsRow(TextLine line)
    {
        if (IsTableRow(line))
            return true;
        if (line.Monospaced || line.Text.Matrices.Count > 0)
            return false;
        var text = line.Text.ToString();
        return RowMatrices.IsPlainRow(text) || RowMatrices.Labelled(text) is not null || Cells(line) > 1;
    }

    private static bool IsTableRow(TextLine line) => line.Atoms.Any(a => a.Kind == AtomKind.TableRow);

    /// <summary>How many cells a line has; the mark of a list item is no cell.</summary>
    private static int Cells(TextLine line)
    {
        var cells = line.Text.ToString().Trim().Split('\t');
        return LineLooks.IsListMark(cells[0]) ? cells.Length - 1 : cells.Length;
    }

    private static bool BelongTogether(LineGroup above, LineGroup below)
    {
        var (a, b) = (above.Last, below.Lines[0]);
        if (above.Lines.Count > 1 && above.Kind != BlockKind.Table || below.Lines.Count > 1 || !IsRow(a) || !IsRow(b) || !IsBelow(a, b))
            return false;
        if (above.Kind is BlockKind.Formula or BlockKind.Code || below.Kind is BlockKind.Formula or BlockKind.Code)
            return false;
        var (upper, lower) = (a.Text.ToString(), b.Text.ToString());
        if (IsTableRow(a) && IsTableRow(b))
            return true;
        if (Cells(a) > 1 && Cells(b) > 1)
            return AreAligned(a, b);
        if (RowMatrices.IsPlainRow(upper) && RowMatrices.IsPlainRow(lower))
            return true;
        return RowMatrices.Labelled(upper) is not null && RowMatrices.Labelled(lower) is not null;
    }

    /// <summary>Whether a row stands below another, or at the head of the page after it.</summary>
    private static bool IsBelow(TextLine a, TextLine b) =>
        (b.Page == a.Page + 1 && Cells(a) == Cells(b))
        || (a.Page == b.Page
            && a.Column.Index == b.Column.Index
            && b.Baseline > a.Baseline
            && b.Box.Y - a.Box.Bottom < LargestGap * Math.Max(a.Size, b.Size));

    /// <summary>Whether the cells of the shorter line stand below or above cells of the longer.</summary>
    private static bool AreAligned(TextLine a, TextLine b)
    {
        var (x, y) = (Intervals(a), Intervals(b));
        var (few, many) = x.Count <= y.Count ? (x, y) : (y, x);
        if (many.Count - few.Count > 1)
            return false;
        var slack = Math.Max(a.Size, b.Size);
        return few.All(f => many.Any(m => m.Left < f.Right + slack && m.Right > f.Left - slack));
    }

    private static List<(double Left, double Right)> Intervals(TextLine line)
    {
        var intervals = new List<(double Left, double Right)>();
        var text = line.Text.ToString();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\t', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                var box = line.Text.PlaceOf(start, end - start).Box;
                intervals.Add((box.X, box.Right));
            }

            start = end + 1;
        }

        return intervals;
    }
}
