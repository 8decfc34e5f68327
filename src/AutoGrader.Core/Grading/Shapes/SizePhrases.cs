using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>
/// Reads sizes put into words: "number of queries", "rows of Q", "how long one value vector is", "value dimension", "Q gives the rows".
/// What
/// a row of a matrix is called says the rubric.
/// </summary>
internal sealed class SizePhrases
{
    private const int MostLinks = 4;

    private static readonly string[] CountEndings = ["anzahl", "zahl", "count"];
    private static readonly string[] ExtentEndings = ["dimension", "grosse", "lange", "breite", "size", "length"];

    private readonly List<(WordSet Names, MatrixShape Shape)> rows;
    private readonly IReadOnlyDictionary<string, MatrixShape> shapes;

    public SizePhrases(Question question)
    {
        shapes = question.Shapes;
        rows = [.. question.RowsAre.Select(r => (WordSet.Of(r.Value.Parsed.Phrase!), question.Shapes[r.Key]))];
    }

    /// <summary>The sizes named in a sentence in its order, none overlapping another.</summary>
    public IEnumerable<SizeMention> In(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Count;)
        {
            if ((At(tokens, i) ?? Signed(sentence, i)) is not { } found)
            {
                i++;
                continue;
            }
            var last = tokens[found.End - 1];
            yield return new SizeMention(found.Size, tokens[i].Start, last.Start + last.Length) { Otherwise = found.Otherwise };
            i = found.End;
        }
    }

    private Found? At(IReadOnlyList<Token> tokens, int i) =>
        RowOf(tokens, i) ?? RowsOrColumns(tokens, i) ?? Extent(tokens, i) ?? Counted(tokens, i) ?? Named(tokens, i) ?? Joined(tokens[i], i)
            ?? Given(tokens, i);

    // "a row for each query"
    private Found? RowOf(IReadOnlyList<Token> tokens, int i) =>
        SizeWords.Rows.EndAt(tokens, i) is { } end && end < tokens.Count && tokens[end].Form is "per" or "for" or "pro" or "je" or "fur"
        && Row(tokens, SkipLinks(tokens, end + 1)) is { } row ? new Found(row.Shape.Rows, row.End) : null;

    // "rows of Q", "number of columns in V"
    private Found? RowsOrColumns(IReadOnlyList<Token> tokens, int i)
    {
        var rowsEnd = SizeWords.Rows.EndAt(tokens, i);
        if ((rowsEnd ?? SizeWords.Columns.EndAt(tokens, i)) is not { } end)
            return null;
        var next = SkipLinks(tokens, end);
        if ((Matrix(tokens, next) ?? Row(tokens, next)) is not { } owner)
            return null;
        return new Found(rowsEnd is null ? owner.Shape.Columns : owner.Shape.Rows, owner.End);
    }

    // "dimension of the values", "how long one value vector is", "width of V"
    private Found? Extent(IReadOnlyList<Token> tokens, int i)
    {
        var sequence = SizeWords.Sequence.EndAt(tokens, i);
        if ((sequence ?? SizeWords.Extent.EndAt(tokens, i)) is not { } end)
            return null;
        var next = SkipLinks(tokens, end);
        if (Row(tokens, next) is { } row)
        {
            if (sequence is not null || SizeWords.Sequence.At(tokens, row.End))
                return new Found(row.Shape.Rows, row.End);
            return new Found(row.Shape.Columns, row.End) { Otherwise = IsLength(tokens, i, end) && !row.IsOne ? row.Shape.Rows : null };
        }
        return sequence is null && Matrix(tokens, next) is { } matrix
            ? new Found(matrix.Shape.Columns, matrix.End) { Otherwise = SizeWords.Width.At(tokens, i) ? null : matrix.Shape.Rows }
            : null;
    }

    // "number of queries", "number of value dimensions"
    private Found? Counted(IReadOnlyList<Token> tokens, int i)
    {
        if (SizeWords.Count.EndAt(tokens, i) is not { } end || Row(tokens, SkipLinks(tokens, end)) is not { } row
            || row.HasArticle)
            return null;
        return SizeWords.Extent.EndAt(tokens, row.End) is { } dimensions
            ? new Found(row.Shape.Columns, dimensions) : new Found(row.Shape.Rows, row.End);
    }

    // "value dimension", "query count"
    private Found? Named(IReadOnlyList<Token> tokens, int i)
    {
        if (Row(tokens, i) is not { } row)
            return null;
        if ((SizeWords.Sequence.EndAt(tokens, row.End) ?? SizeWords.Count.EndAt(tokens, row.End)) is { } count)
            return new Found(row.Shape.Rows, count);
        return SizeWords.Extent.EndAt(tokens, row.End) is { } extent
            ? new Found(row.Shape.Columns, extent) { Otherwise = IsLength(tokens, row.End, extent) && !row.IsOne ? row.Shape.Rows : null }
            : null;
    }

    // "Wertdimension", "Queryanzahl"
    private Found? Joined(Token token, int i)
    {
        foreach (var (names, shape) in rows)
        {
            if (names.RestOf(token) is not { } rest)
                continue;
            if (Array.Exists(CountEndings, e => rest.EndsWith(e, StringComparison.Ordinal)))
                return new Found(shape.Rows, i + 1);
            if (Array.Exists(ExtentEndings, e => rest.EndsWith(e, StringComparison.Ordinal)))
                return new Found(shape.Columns, i + 1);
        }
        return null;
    }

    // "#queries", "n_queries", "d_value"
    private Found? Signed(Sentence sentence, int i)
    {
        var token = sentence.Tokens[i];
        var before = sentence.Text.AsSpan(0, token.Start - sentence.Start).TrimEnd();
        if (before.Length > 0 && before[^1] == '#' && Row(sentence.Tokens, SkipLinks(sentence.Tokens, i)) is { HasArticle: false } counted)
            return new Found(counted.Shape.Rows, counted.End);
        if (sentence.Text.Substring(token.Start - sentence.Start, token.Length).Split('_') is not [var head, var subscript])
            return null;
        var named = Row([new Token(TokenKind.Word, WordFolding.Fold(subscript), token.Start, token.Length)], 0);
        return (head.ToLowerInvariant(), named) switch
        {
            ("n" or "num" or "l" or "t", { } row) => new Found(row.Shape.Rows, i + 1),
            ("d" or "dim", { } row) => new Found(row.Shape.Columns, i + 1),
            _ => null,
        };
    }

    // "Q gives the rows"
    private Found? Given(IReadOnlyList<Token> tokens, int i)
    {
        if (Matrix(tokens, i) is not { } matrix)
            return null;
        var next = matrix.End;
        for (var skipped = 0; skipped < MostLinks && !IsSide(tokens, next) && SizeWords.Gives.EndAt(tokens, next) is { } end; skipped++)
            next = end;
        if (SizeWords.Rows.EndAt(tokens, next) is { } rowsEnd)
            return new Found(matrix.Shape.Rows, rowsEnd);
        return SizeWords.Columns.EndAt(tokens, next) is { } columnsEnd ? new Found(matrix.Shape.Columns, columnsEnd) : null;
    }

    private static bool IsSide(IReadOnlyList<Token> tokens, int i) => SizeWords.Rows.At(tokens, i) || SizeWords.Columns.At(tokens, i);

    private Owner? Matrix(IReadOnlyList<Token> tokens, int i)
    {
        if (i >= tokens.Count || shapes.FirstOrDefault(s => WordFolding.Fold(s.Key) == tokens[i].Form) is not { Value: { } shape })
            return null;
        // Q K^T is another matrix.
        return i + 1 < tokens.Count && IsFactor(tokens[i + 1]) ? null : new Owner(shape, i + 1);
    }

    private bool IsFactor(Token token) =>
        shapes.Keys.Any(m => token.Form == WordFolding.Fold(m) + "t" || token.Form == WordFolding.Fold(m));

    // One row of a matrix by its name, such as a query.
    private Owner? Row(IReadOnlyList<Token> tokens, int i)
    {
        foreach (var (names, shape) in rows)
        {
            if (names.EndAt(tokens, i) is not { } end)
                continue;
            var isVector = SizeWords.Vector.At(tokens, end) && !SizeWords.Sequence.At(tokens, end);
            var hasArticle = i > 0 && tokens[i - 1].Form is "a" or "one" or "each" or "single" or "ein" or "eines" or "einer" or "jeder";
            var isOne = isVector || hasArticle || tokens[end - 1].Form.EndsWith("vektor", StringComparison.Ordinal);
            return new Owner(shape, isVector ? end + 1 : end, isOne, hasArticle);
        }
        return null;
    }

    private static bool IsLength(IReadOnlyList<Token> tokens, int from, int end) =>
        Enumerable.Range(from, end - from).Any(i => tokens[i].Form is "length" or "lange" or "long" or "lang" or "size");

    private static int SkipLinks(IReadOnlyList<Token> tokens, int i)
    {
        for (var skipped = 0; skipped < MostLinks && SizeWords.Links.At(tokens, i); skipped++)
            i++;
        return i;
    }

    private sealed record Found(string Size, int End)
    {
        public string? Otherwise { get; init; }
    }

    private sealed record Owner(MatrixShape Shape, int End, bool IsOne = false, bool HasArticle = false);
}
