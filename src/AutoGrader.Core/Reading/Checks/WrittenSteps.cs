namespace AutoGrader.Core.Reading.Checks;

/// <summary>A matrix that an answer gives as the value of something.</summary>
/// <param name="Name">The left-hand side as written.</param>
/// <param name="Key">The same without blanks, parentheses and signs of multiplication.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Matrix">Its numbers.</param>
internal sealed record WrittenStep(string Name, string Key, int Page, RoundedMatrix Matrix);

/// <summary>A product of two matrices written out, and what the student gives as its value.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Left">The first factor.</param>
/// <param name="Right">The second factor.</param>
/// <param name="Value">The value; <c>null</c> where none could be read.</param>
internal sealed record WrittenProduct(int Page, RoundedMatrix Left, RoundedMatrix Right, RoundedMatrix? Value);

/// <summary>Takes from an answer what can be calculated again by what is written there alone. In doubt it takes nothing.</summary>
internal static class WrittenSteps
{
    /// <summary>Named values, in the order of the text.</summary>
    public static IReadOnlyList<WrittenStep> ValuesOf(Answer answer) =>
    [
        .. from block in answer.Blocks
           from matrix in block.Matrices
           where matrix is { IsValue: true, Name.Length: > 0 } && StandsAlone(block.Text, matrix)
           let numbers = RoundedMatrix.Of(matrix)
           where numbers is not null
           select new WrittenStep(matrix.Name!, KeyOf(matrix.Name!), matrix.Page, numbers),
    ];

    /// <summary>Products written out.</summary>
    public static IEnumerable<WrittenProduct> ProductsOf(Answer answer)
    {
        foreach (var block in answer.Blocks.Where(b => b.Kind == BlockKind.Formula || b.Kind == BlockKind.Paragraph))
        {
            for (var i = 0; i + 1 < block.Matrices.Count; i++)
            {
                var (left, right) = (block.Matrices[i], block.Matrices[i + 1]);
                if (left.IsValue || right.IsValue || Before(block.Text, left) is not ('=' or ':'))
                    continue;
                if (!IsProduct(Between(block.Text, left, right)))
                    continue;
                var value = i + 2 < block.Matrices.Count && Between(block.Text, right, block.Matrices[i + 2]) == "="
                    && StandsAlone(block.Text, block.Matrices[i + 2]) ? RoundedMatrix.Of(block.Matrices[i + 2]) : null;
                var endsThere = After(block.Text, right) is null or '=' or '.' or ',' or '\n';
                if (endsThere && RoundedMatrix.Of(left) is { } first && RoundedMatrix.Of(right) is { } second)
                    yield return new WrittenProduct(left.Page, first, second, value);
            }
        }
    }

    /// <summary>A name without what people write one way or another.</summary>
    public static string KeyOf(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c) && "()[]·*⋅∙".IndexOf(c) < 0));

    private static bool StandsAlone(string text, MatrixReading matrix) =>
        Before(text, matrix) is null or '=' or ':' && After(text, matrix) is null or '=' or '.' or ',' or ';' or '\n';

    private static bool IsProduct(string between) => between is "" or "·" or "*" or "×" or "⋅" or "∙" or "@";

    private static char? Before(string text, MatrixReading matrix)
    {
        var head = text.AsSpan(0, Math.Clamp(matrix.Start, 0, text.Length)).TrimEnd();
        return head.Length == 0 ? null : head[^1];
    }

    private static char? After(string text, MatrixReading matrix)
    {
        var end = matrix.Start + matrix.Length;
        var tail = end >= text.Length ? [] : text.AsSpan(end).TrimStart(' ');
        return tail.Length == 0 ? null : tail[0];
    }

    private static string Between(string text, MatrixReading first, MatrixReading second)
    {
        var from = first.Start + first.Length;
        return from <= second.Start && second.Start <= text.Length ? text[from..second.Start].Trim() : "?";
    }
}
