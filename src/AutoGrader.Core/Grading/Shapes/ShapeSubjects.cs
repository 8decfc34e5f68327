using AutoGrader.Core.Grading.Notation;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>The matrices a shape is said of.</summary>
/// <param name="Names">The matrices; those with a transposition mark are in <paramref name="Transposed"/> as well.</param>
/// <param name="Transposed">The matrices that are transposed.</param>
/// <param name="First">Index of the first token that names one.</param>
internal sealed record ShapeSubjects(IReadOnlyList<string> Names, IReadOnlySet<string> Transposed, int First)
{
    private const int LongestList = 8;

    /// <summary>
    /// The list of matrices that ends at a token ("Q, K and V"), or <c>null</c> where none does: factors of a product are none.
    /// </summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="last">The index of the token.</param>
    /// <param name="matrices">The names of the matrices.</param>
    /// <param name="from">The index of the first token that may belong to it: what stands before is another statement.</param>
    public static ShapeSubjects? EndingAt(IReadOnlyList<NotationToken> tokens, int last, IReadOnlyCollection<string> matrices, int from = 0)
    {
        var names = new List<NotationToken>();
        var index = last;
        while (index >= 0 && names.Count < LongestList && IsMatrix(tokens[index], matrices))
        {
            names.Insert(0, tokens[index]);
            if (index < 2 || !Separates(tokens[index - 1]) || !IsMatrix(SkipComma(tokens, index - 1, out var next), matrices))
                break;
            index = next;
        }
        if (names.Count == 0 || (index > from && MakesProduct(tokens, index - 1)))
            return null;
        return new ShapeSubjects([.. names.Select(n => n.Text)], names.Where(n => n.IsTransposed).Select(n => n.Text)
            .ToHashSet(StringComparer.Ordinal), index);
    }

    // "Q, K, and V": the comma before the word.
    private static NotationToken SkipComma(IReadOnlyList<NotationToken> tokens, int separator, out int index)
    {
        index = separator - 1;
        if (index > 0 && tokens[index].Is(","))
            index--;
        return tokens[index];
    }

    private static bool IsMatrix(NotationToken token, IReadOnlyCollection<string> matrices) =>
        token.Kind == NotationKind.Name && matrices.Contains(token.Text);

    private static bool Separates(NotationToken token) => token.IsAny(",", "&", "/") || token.Word is "and" or "und" or "sowie";

    private static bool MakesProduct(IReadOnlyList<NotationToken> tokens, int index) => tokens[index] is var token
        && (token.IsAny("^", "_", "·", "*", "×", "{", "/") || (token.Is(")") && !EndsAside(tokens, index))
            || (token.Kind == NotationKind.Name && !token.IsWord && !IsShortWord(token.Word)) || token.Kind == NotationKind.Number);

    // "(one row per query) K": words in brackets are no factor.
    private static bool EndsAside(IReadOnlyList<NotationToken> tokens, int close)
    {
        for (var i = close - 1; i >= 0 && !tokens[i].Is("("); i--)
            if (tokens[i].IsWord && tokens[i].Text.Length > 2)
                return true;
        return false;
    }

    private static bool IsShortWord(string word) => word is "a" or "i";
}
