using AutoGrader.Core.Grading.Notation;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>Equations between sizes ("N_K = N_V") that a student asserts beside the shapes.</summary>
internal sealed class SymbolEqualities
{
    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal)
    {
        "not", "no", "never", "without", "neither", "nor", "nicht", "kein", "keine", "weder", "noch", "ohne", "need", "needn't", "don't",
        "doesn't", "nötig", "notwendig", "necessarily",
    };

    private static readonly HashSet<string> Conditions = new(StringComparer.Ordinal)
    {
        "if", "when", "usually", "often", "typically", "sometimes", "special", "case", "could", "can", "may", "e", "wenn", "falls", "oft",
        "meist", "meistens", "üblicherweise", "spezialfall", "fall", "kann", "self", "selbst",
    };

    // More than a few claims on the same pair add nothing.
    private const int MostClaims = 5;

    private readonly List<(string Left, string Right, IReadOnlyList<NotationToken> Tokens, int Sign)> equalities = [];

    private SymbolEqualities()
    {
    }

    public static SymbolEqualities Read(IReadOnlyList<ShapeText> texts)
    {
        var found = new SymbolEqualities();
        foreach (var tokens in texts.Select(t => t.Tokens))
        {
            for (var i = 1; i + 1 < tokens.Count; i++)
                if (tokens[i].Is("=") && tokens[i - 1].Kind == NotationKind.Name && tokens[i + 1].Kind == NotationKind.Name)
                    found.equalities.Add((tokens[i - 1].Text, tokens[i + 1].Text, tokens, i));
        }
        return found;
    }

    /// <summary>Whether two sizes are said to be equal: plainly, only with a doubt (denied, on a condition), or not at all.</summary>
    public EqualityClaim Between(string left, string right)
    {
        if (left == right)
            return EqualityClaim.Plain;
        var claims = equalities.Where(e => (e.Left, e.Right) == (left, right) || (e.Left, e.Right) == (right, left)).Take(MostClaims)
            .ToList();
        return claims.Count == 0 ? EqualityClaim.None : claims.TrueForAll(c => IsPlain(c.Tokens, c.Sign)) ? EqualityClaim.Plain
            : EqualityClaim.Doubtful;
    }

    private static bool IsPlain(IReadOnlyList<NotationToken> tokens, int sign)
    {
        var from = sign;
        while (from > 0 && tokens[from - 1].Kind != NotationKind.Stop)
            from--;
        var sentence = tokens.Skip(from).TakeWhile(t => t.Kind != NotationKind.Stop);
        return !sentence.Any(t => t.Kind == NotationKind.Name && (Denials.Contains(t.Word) || Conditions.Contains(t.Word)));
    }
}
