using AutoGrader.Core.Reading;

namespace AutoGrader.Application.SelfCheck;

/// <summary>A piece of an answer as read: a stretch of text, or a matrix to be set as a grid.</summary>
/// <param name="Text">The text; that of a matrix in its linear form.</param>
/// <param name="Matrix">The matrix; <c>null</c> for text.</param>
public sealed record ReadPiece(string Text, MatrixReading? Matrix)
{
    /// <summary>The pieces of a block in the order of its text.</summary>
    public static IEnumerable<ReadPiece> Of(ReportBlock block)
    {
        var at = 0;
        foreach (var matrix in block.Matrices.OrderBy(m => m.Start))
        {
            var end = matrix.Start + matrix.Length;
            if (matrix.Start < at || end > block.Text.Length)
                continue;
            if (block.Text[at..matrix.Start].Trim() is { Length: > 0 } before)
                yield return new ReadPiece(before, null);
            yield return new ReadPiece(block.Text[matrix.Start..end], matrix);
            at = end;
        }
        if (block.Text[at..].Trim() is { Length: > 0 } rest)
            yield return new ReadPiece(rest, null);
    }
}
