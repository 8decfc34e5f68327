using AutoGrader.Core.Grading.Notation;

namespace AutoGrader.Core.Grading.Complexity;

/// <summary>Puts products and powers that are written in words into signs: "N times k squared" becomes N·k^2.</summary>
internal static class GrowthWords
{
    private static readonly Dictionary<string, string> Powers = new(StringComparer.Ordinal)
    {
        ["squared"] = "2",
        ["quadrat"] = "2",
        ["quadriert"] = "2",
        ["cubed"] = "3",
    };

    private static readonly HashSet<string> Times = new(StringComparer.Ordinal) { "times", "mal" };

    /// <summary>The tokens with signs for words; every sign has the place of its word.</summary>
    public static IReadOnlyList<NotationToken> InSigns(IReadOnlyList<NotationToken> tokens, SymbolTable symbols)
    {
        var written = new List<NotationToken>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var isBehindSize = written.Count > 0 && (IsSize(written[^1], symbols) || written[^1].Is(")"));
            if (isBehindSize && Times.Contains(token.Word) && i + 1 < tokens.Count
                && (IsSize(tokens[i + 1], symbols) || tokens[i + 1].Is("(")))
                written.Add(new NotationToken(NotationKind.Sign, "·", token.Start, token.Length));
            else if (isBehindSize && Powers.TryGetValue(token.Word, out var power))
                AddPower(token.Start, power, token);
            else if (isBehindSize && token.Word == "hoch" && i + 1 < tokens.Count && Exponent(tokens[i + 1]) is { } exponent)
                AddPower(token.Start, exponent, tokens[++i]);
            else
                written.Add(token);
        }
        return written;

        void AddPower(int start, string exponent, NotationToken last)
        {
            written.Add(new NotationToken(NotationKind.Sign, "^", start, 0));
            written.Add(new NotationToken(NotationKind.Number, exponent, start, last.End - start));
        }
    }

    private static string? Exponent(NotationToken token) =>
        token.Kind == NotationKind.Number ? token.Text : token.Word switch { "zwei" => "2", "drei" => "3", _ => null };

    private static bool IsSize(NotationToken token, SymbolTable symbols) =>
        token.Kind == NotationKind.Number || (token.Kind == NotationKind.Name && symbols.Split(token).All(symbols.IsKnown));
}
