using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;

namespace AutoGrader.Documents.Pdf.Reading.Blocks;

/// <summary>From the lines of a report to its blocks.</summary>
internal static class BlockReading
{
    public static IReadOnlyList<ReportBlock> Read(IReadOnlyList<TextLine> lines)
    {
        var builder = new BlockBuilder(new Hyphenation(lines));
        return [.. LineGrouper.Group(lines).Select(g => builder.Build(g).Finish())];
    }
}
