using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;

namespace AutoGrader.Documents.Pdf.Reading.Blocks;

/// <summary>Lines that become one block.</summary>
internal sealed class LineGroup(BlockKind kind, TextLine first)
{
    public BlockKind Kind { get; set; } = kind;

    public List<TextLine> Lines { get; } = [first];

    public TextLine Last => Lines[^1];
}
