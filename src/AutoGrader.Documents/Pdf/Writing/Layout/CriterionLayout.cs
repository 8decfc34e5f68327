using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Documents.Pdf.Writing.Objects;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>A criterion: sign and text with the points at the end of the line, then the verdict and the details below.</summary>
internal static class CriterionLayout
{
    private const double SignWidth = 17;
    private const double PointsWidth = 54;

    /// <summary>
    /// A criterion up to this height is not divided: rather a little empty space than a quotation apart from its verdict.
    /// </summary>
    private const double KeptHeight = 110;

    private const double KeptHeightWithMatrix = 320;

    public static IEnumerable<Slice> Lay(CriterionBlock block, Frame frame)
    {
        var slices = Divisible(block, frame).ToList();
        var kept = block.Matrix is null ? KeptHeight : KeptHeightWithMatrix;
        return slices.Sum(s => s.SpaceBefore + s.Height) <= kept ? Slice.Keep(slices) : slices;
    }

    private static IEnumerable<Slice> Divisible(CriterionBlock block, Frame frame)
    {
        var section = frame.Parent.Add("Sect");
        var head = Slice.Keep([.. Head(block, frame, section)]).Select(s => s with { KeepWithNext = true }).ToList();
        yield return head[0] with { SpaceBefore = 9 };
        foreach (var slice in head.Skip(1))
            yield return slice;
        var body = frame.Inset(SignWidth, PointsWidth, section);
        var details = Details(block).ToList();
        for (var i = 0; i < details.Count; i++)
            foreach (var slice in ParagraphLayout.Lay(details[i], body, i == 0 ? 1 : 3))
                yield return slice;
        if (block.Matrix is not null)
            foreach (var slice in MatrixLayout.Lay(block.Matrix, frame.Inset(SignWidth, 0, section)))
                yield return slice;
    }

    private static IReadOnlyList<Slice> Head(CriterionBlock block, Frame frame, StructureElement section)
    {
        var color = Palette.Of(block.Tone);
        var heading = section.Add("H3");
        var text = frame.Width - SignWidth - PointsWidth;
        var slices = RowLayout.Lay(
            [
                new Cell(TextBreaker.Break([($"{block.Id}  ", Formats.Strong), (block.Text, Formats.Strong)], text),
                    frame.Left + SignWidth, text, heading),
                new Cell(TextBreaker.Break(block.Points, Formats.Strong, PointsWidth), frame.Right - PointsWidth, PointsWidth, heading,
                    IsFlushRight: true),
            ],
            0.5);
        var sign = TextBreaker.Break(Palette.Sign(block.Tone), new TextFormat(Face.Regular, 10.5, color), SignWidth)[0];
        return [slices[0].Behind((page, top, height) => sign.Draw(page, frame.Left, top + (height - sign.Height) / 2)), .. slices.Skip(1)];
    }

    private static IEnumerable<ParagraphBlock> Details(CriterionBlock block)
    {
        var verdict = new TextRun(block.Verdict, TextStyle.Bold, block.Tone);
        yield return block.Details.Count == 0
            ? new ParagraphBlock([verdict])
            : new ParagraphBlock([verdict, new TextRun(" · "), .. block.Details[0].Runs]);
        foreach (var detail in block.Details.Skip(1))
            yield return detail;
    }
}
