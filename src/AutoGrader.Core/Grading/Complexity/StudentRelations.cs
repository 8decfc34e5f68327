using AutoGrader.Core.Grading.Notation;

namespace AutoGrader.Core.Grading.Complexity;

/// <summary>
/// Finds the relations a student defines: N = s², n = HW. Only those that explain a symbol of the student's own, or a square image (H = W).
/// </summary>
internal static class StudentRelations
{
    public static IEnumerable<GrowthTerm> Find(IReadOnlyList<NotationToken> tokens, SymbolTable symbols,
        IReadOnlyCollection<GrowthTerm> given)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (!tokens[i].Is("=") || !EndsSymbol(tokens, i - 1) || GrowthParser.Product(tokens, i + 1, symbols, out _) is not { } right
                || right.Exponents.IsEmpty)
                continue;
            var left = symbols.Split(tokens[i - 1]).Select(GrowthTerm.Of).Aggregate((a, b) => a.Times(b));
            var relation = left.Over(right);
            var strangers = relation.Exponents.Keys.Count(s => !symbols.IsKnown(s));
            var isSquare = strangers == 0 && relation.Exponents.Count == 2 && relation.Exponents.Keys.All(s => given.Any(g => g[s] < 0));
            if ((strangers == 1 || isSquare))
                yield return relation;
        }
    }

    /// <summary>
    /// Symbols that the text uses as the side of something ("an n × n image"): they do not stand for the number of pixels.
    /// </summary>
    public static bool IsSide(IReadOnlyList<NotationToken> tokens, string symbol) =>
        Enumerable.Range(1, Math.Max(0, tokens.Count - 2)).Any(i =>
        (tokens[i].IsAny("×") || tokens[i].Word is "x" or "by") && tokens[i - 1].Text == symbol && tokens[i + 1].Text == symbol);

    private static bool EndsSymbol(IReadOnlyList<NotationToken> tokens, int i) =>
        tokens[i].Kind == NotationKind.Name && (i == 0 || !tokens[i - 1].IsAny("^", "_", "·", "*", "/", "+", "-", "{"));
}
