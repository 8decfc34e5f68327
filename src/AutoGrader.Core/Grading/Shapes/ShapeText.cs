using AutoGrader.Core.Grading.Notation;
using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>One block of an answer with its tokens and the shapes written in it.</summary>
/// <param name="Block">The index of the block in the answer.</param>
/// <param name="Tokens">The tokens of its text.</param>
/// <param name="Literals">The shapes written in it.</param>
internal sealed record ShapeText(int Block, IReadOnlyList<NotationToken> Tokens, IReadOnlyList<ShapeLiteral> Literals)
{
    public static IReadOnlyList<ShapeText> Of(Answer answer) => [.. answer.Blocks.Select((block, index) =>
    {
        var tokens = NotationScanner.Scan(block.Text, block.Kind is BlockKind.Table or BlockKind.Code or BlockKind.Output);
        return new ShapeText(index, tokens, ShapeLiterals.Find(tokens));
    })];
}
