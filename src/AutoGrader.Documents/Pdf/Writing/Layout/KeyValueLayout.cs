using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>Facts: names in one column, values in the other.</summary>
internal static class KeyValueLayout
{
    public static IEnumerable<Slice> Lay(KeyValueBlock block, Frame frame)
    {
        var table = frame.Parent.Add("Table");
        var names = block.Facts.Select(f => Fonts.Width(f.Name, Formats.Small.Face, Formats.Small.Size)).DefaultIfEmpty().Max();
        var column = Math.Min(names + 18, frame.Width * 0.4);
        var values = frame.Width - column;
        for (var i = 0; i < block.Facts.Count; i++)
        {
            var fact = block.Facts[i];
            var row = table.Add("TR");
            var slices = RowLayout.Lay(
                [
                    new Cell(TextBreaker.Break(fact.Name, Formats.Small, column - 8), frame.Left, column - 8, row.Add("TH")),
                    new Cell(TextBreaker.Break(fact.Value, Formats.Of(fact.Style), values), frame.Left + column, values, row.Add("TD")),
                ],
                1.2);
            foreach (var slice in slices)
                yield return slice with { SpaceBefore = i == 0 && ReferenceEquals(slice, slices[0]) ? 10 : 0 };
        }
    }
}
