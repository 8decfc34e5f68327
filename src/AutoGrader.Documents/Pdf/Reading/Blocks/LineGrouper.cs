using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;

namespace AutoGrader.Documents.Pdf.Reading.Blocks;

/// <summary>Groups lines in reading order to blocks, by distance, indentation, size and weight.</summary>
internal sealed partial class LineGrouper
{
    private const double NormalPitch = 1.25;

    /// <summary>Lines of formulas within a paragraph may be set a little smaller or larger.</summary>
    private const double LargestSizeStep = 0.12;
    private readonly LineLooks _looks;
    private readonly double _pitch;
    private readonly double _codePitch;

    private LineGrouper(IReadOnlyList<TextLine> lines)
    {
        _looks = new LineLooks(lines);
        _pitch = Pitch(lines, (a, b) => !a.Monospaced && !b.Monospaced && IsFull(a, b));
        _codePitch = Pitch(lines, (a, b) => a.Monospaced && b.Monospaced);
    }

    /// <summary>The groups of a report.</summary>
    public static List<LineGroup> Group(IReadOnlyList<TextLine> lines)
    {
        var grouper = new LineGrouper(lines);
        var groups = new List<LineGroup>();
        foreach (var line in lines)
        {
            var kind = grouper._looks.KindOf(line);
            if (groups.Count > 0 && grouper.Continues(groups[^1], line, kind))
                groups[^1].Lines.Add(line);
            else
                groups.Add(new LineGroup(kind, line));
        }

        return groups;
    }

    /// <summary>The usual distance of baselines in running text, as a multiple of the size.</summary>
    private static double Pitch(IReadOnlyList<TextLine> lines, Func<TextLine, TextLine, bool> counts)
    {
        var distances = new List<double>();
        for (var i = 1; i < lines.Count; i++)
        {
            var (a, b) = (lines[i - 1], lines[i]);
            var step = b.Baseline - a.Baseline;
            if (SameColumn(a, b) && Math.Abs(a.Size - b.Size) < 0.2 && step > 0 && step < 2.2 * b.Size && counts(a, b))
                distances.Add(step / b.Size);
        }

        distances.Sort();
        // Paragraph distances are in the upper half; the lower quartile lies among the lines of paragraphs.
        return distances.Count == 0 ? NormalPitch : Math.Max(1.05, distances[distances.Count / 4]);
    }

    private static bool SameColumn(TextLine a, TextLine b) => a.Page == b.Page && a.Column.Index == b.Column.Index;

    private bool Continues(LineGroup group, TextLine line, BlockKind kind)
    {
        var last = group.Last;
        if (!SameColumn(last, line))
            return ContinuesAcross(group, line, kind);
        return kind switch
        {
            BlockKind.Code => group.Kind == BlockKind.Code
                && line.Shaded == last.Shaded
                && Distance(last, line) < 2.3 * _codePitch
                && !Prompt().IsMatch(line.Text.ToString()),
            BlockKind.Formula => group.Kind == BlockKind.Formula
                && Continuation().IsMatch(line.Text.ToString())
                && Distance(last, line) < 8,
            BlockKind.Heading => (group.Kind == BlockKind.Heading && ContinuesHeading(group, line))
                || (IsFlowing(group) && line.Bold && last.Atoms[^1].Bold && ContinuesParagraph(group, line)),
            BlockKind.ListItem => false,
            _ => IsFlowing(group) && ContinuesParagraph(group, line),
        };
    }

    private static bool IsFlowing(LineGroup group) => group.Kind is BlockKind.Paragraph or BlockKind.ListItem;

    private static double Distance(TextLine above, TextLine below) => (below.Baseline - above.Baseline) / Math.Max(above.Size, below.Size);

    private bool ContinuesHeading(LineGroup group, TextLine line) =>
            Math.Abs(group.Last.Size - line.Size) < 0.3
            && Distance(group.Last, line) < 1.5 * Math.Max(_pitch, 1.2)
            && group.Last.Bold == line.Bold
            && IsFull(group.Last, line)
            && !StartsNumbered().IsMatch(line.Text.ToString());

    private bool ContinuesParagraph(LineGroup group, TextLine line)
    {
        var last = group.Last;
        if (Math.Abs(last.Size - line.Size) > LargestSizeStep * last.Size || !IsNear(last, line))
            return false;
        if ((last.Bold || line.Bold) && last.Atoms[^1].Bold != line.Atoms[0].Bold)
            return false;
        if (!IsFull(last, line) && !(_looks.IsTypewritten && IsWrapped(last)))
            return false;
        var indent = line.Left - last.Left;
        return group.Kind == BlockKind.ListItem || indent < line.Size * 0.8 || group.Lines.Count == 1 && indent < 0;
    }

    private bool IsNear(TextLine above, TextLine below)
    {
        if (Distance(above, below) < _pitch * 1.22)
            return true;
        // Fractions, roots and larger letters of formulas push lines apart; then the white between them decides.
        var tall = above.Atoms.Any(a => IsTall(a, above)) || below.Atoms.Any(a => IsTall(a, below));
        return tall && below.Box.Y - above.Box.Bottom < 0.55 * below.Size && Distance(above, below) < 3.5;
    }

    private static bool IsTall(Atom atom, TextLine line) => atom.Kind != AtomKind.Letter || atom.Size > 1.1 * line.Size;

    /// <summary>Whether the first word of the next line had no room on the line before it.</summary>
    private bool IsFull(TextLine last, TextLine next)
    {
        var right = Math.Max(_looks.Edges(last).Right, last.Right);
        var text = next.Text.ToString();
        var blank = text.IndexOfAny([' ', '\t']);
        var end = blank <= 0 ? next.Right : next.Text.PlaceOf(blank - 1).Box.Right;
        return last.Right + (end - next.Left) > right - 1.2 * last.Size;
    }

    /// <summary>Whether an author who breaks lines by hand may have done so for want of room.</summary>
    private bool IsWrapped(TextLine line)
    {
        var (left, right) = _looks.Edges(line);
        return line.Right - left > 0.7 * (right - left);
    }

    /// <summary>A paragraph goes on in the next column or page where it ends in the middle of a sentence.</summary>
    private static bool ContinuesAcross(LineGroup group, TextLine line, BlockKind kind)
    {
        var last = group.Last;
        if (kind == BlockKind.Code)
            return group.Kind == BlockKind.Code && last.Shaded == line.Shaded && !Prompt().IsMatch(line.Text.ToString());
        if (kind != BlockKind.Paragraph || !IsFlowing(group))
            return false;
        var text = last.Text.ToString().TrimEnd();
        var start = line.Text.ToString().TrimStart();
        return Math.Abs(last.Size - line.Size) < 0.3 && !Terminal().IsMatch(text) && start.Length > 0
            && (char.IsLower(start[0]) || text.EndsWith('-') || text.EndsWith(',') || !char.IsUpper(start[0]) && !char.IsDigit(start[0]));
    }

    [GeneratedRegex(@"^\s*(?:(?:In|Out)\s*)?\[\s*\d*\s*\]:", RegexOptions.CultureInvariant)]
    private static partial Regex Prompt();

    [GeneratedRegex(@"^\s*[=≈≃+·×⇒-]", RegexOptions.CultureInvariant)]
    private static partial Regex Continuation();

    [GeneratedRegex(@"^\s*\(?\d{1,2}(?:\.\d{1,2})*[.):]?\)?(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex StartsNumbered();

    [GeneratedRegex(@"[.!?:;]['""”“»)\]]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Terminal();
}
