using AutoGrader.Core.Grading.Notation;

namespace AutoGrader.Core.Grading.Complexity;

/// <summary>Finds the orders of growth written in a block.</summary>
internal static class OrderFinder
{
    private const int Reach = 4;
    private const int LongestOrder = 60;

    private static readonly HashSet<string> Totals = new(StringComparer.Ordinal)
    {
        "total", "totally", "overall", "altogether", "so", "thus", "hence", "therefore", "together", "giving", "finally", "makes",
        "result", "results",
        "insgesamt", "gesamt", "somit", "daher", "also", "folglich", "zusammen", "macht", "ergibt", "damit",
    };

    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal) { "per", "each", "every", "pro", "je", "jedes", "jede",
        "jeden", "jedem" };

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "memory", "space", "storage", "parameters", "path", "speicher", "speicherbedarf", "speicherplatz", "parameter", "sequential",
    };

    private static readonly HashSet<string> Costs = new(StringComparer.Ordinal)
    {
        "complexity", "cost", "costs", "runtime", "time", "effort", "komplexität", "laufzeit", "kosten", "aufwand", "laufzeitkomplexität",
    };

    private static readonly HashSet<string> Copulas = new(StringComparer.Ordinal)
    {
        "is", "of", "like", "with", "costs", "equals", "about", "ist", "von", "wie", "mit", "beträgt", "etwa", "also",
    };

    private static readonly HashSet<string> Reasons = new(StringComparer.Ordinal) { "because", "since", "weil", "da", "denn" };

    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal)
    {
        "not", "no", "never", "nicht", "kein", "keine", "if", "wenn", "falls", "instead", "statt", "than", "als", "would", "würde", "wäre",
        "naive", "naively",
    };

    public static IReadOnlyList<Order> Find(IReadOnlyList<NotationToken> tokens, int block, SymbolTable symbols)
    {
        var orders = new List<Order>();
        int? replaced = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(tokens, i, symbols, out var end) is not { } terms)
                continue;
            var isReplaced = IsReplaced(tokens, i, end);
            if (isReplaced || IsOfOther(tokens, i, end))
            {
                replaced = isReplaced ? end : replaced;
                i = end - 1;
                continue;
            }
            var isLandau = GrowthParser.IsLandau(tokens[i]);
            var start = tokens[i].Start;
            orders.Add(new Order(terms, block, start, tokens[end - 1].End - start)
            {
                IsLandau = isLandau,
                IsTotal = i - replaced is > 0 and <= 3 || Near(tokens, i, end, Totals)
                    || (i > 0 && tokens[i - 1].IsAny("=", "→", "⇒", ">")),
                IsPart = Near(tokens, i, end, Parts),
                IsStated = IsStated(tokens, i),
                IsDoubtful = Before(tokens, i, Denials),
            });
            i = end - 1;
        }
        return orders;
    }

    // O(…), or a bare product of powers such as N·N, which must hold more than one lonely symbol.
    private static IReadOnlyList<GrowthTerm>? At(IReadOnlyList<NotationToken> tokens, int i, SymbolTable symbols, out int end)
    {
        end = i + 1;
        if (GrowthParser.IsLandau(tokens[i]) && i + 1 < tokens.Count && tokens[i + 1].Is("("))
        {
            if (GrowthParser.Sum(tokens, i + 2, symbols, out var close) is { } sum && close < tokens.Count && tokens[close].Is(")"))
            {
                end = close + 1;
                return sum;
            }
            end = ClosingBracket(tokens, i + 1) + 1;
            return [];
        }
        var begins = tokens[i].Is("(") || (tokens[i].Kind == NotationKind.Name
            && symbols.Split(tokens[i]).All(s => symbols.IsKnown(s) || symbols.InOtherCase(s) is not null));
        if (!begins || (i > 0 && tokens[i - 1].IsAny("^", "_")))
            return null;
        var term = GrowthParser.Product(tokens, i, symbols, out end);
        var isOrder = term is not null
            && (term.Exponents.Values.Sum() > 1 || (term.Exponents.Count > 0 && StandsAlone(tokens, i, end)));
        return isOrder ? [term!] : null;
    }

    // "conv: N", "grows with N": a lonely symbol is an order where nothing else is said of it.
    private static bool StandsAlone(IReadOnlyList<NotationToken> tokens, int first, int end) =>
        first > 0 && (tokens[first - 1].Is(":") || tokens[first - 1].Word is "with" or "mit")
        && (end >= tokens.Count || tokens[end].Kind == NotationKind.Stop || tokens[end].IsAny(",", ";", "\t"));

    private static int ClosingBracket(IReadOnlyList<NotationToken> tokens, int open)
    {
        var depth = 0;
        var last = Math.Min(tokens.Count - 1, open + LongestOrder);
        for (var i = open; i <= last; i++)
        {
            depth += tokens[i].Is("(") ? 1 : tokens[i].Is(")") ? -1 : 0;
            if (depth == 0)
                return i;
        }
        return last;
    }

    // "O(N²) memory", "path length O(1)": not the run time.
    private static bool IsOfOther(IReadOnlyList<NotationToken> tokens, int first, int end) =>
        (end < tokens.Count && Others.Contains(tokens[end].Word))
        || (first > 0 && Others.Contains(tokens[first - 1].Word))
        || (first > 1 && Others.Contains(tokens[first - 2].Word)
            && (tokens[first - 1].IsAny(":", "=") || tokens[first - 1].Word == "length"));

    // "not N² but Nk²": what is denied in favour of another order is no statement.
    private static bool IsReplaced(IReadOnlyList<NotationToken> tokens, int first, int end) =>
        first > 0 && tokens[first - 1].Word is "not" or "nicht" && end < tokens.Count
        && (tokens[end].Word is "but" or "sondern" || (end + 1 < tokens.Count && tokens[end + 1].Word is "but" or "sondern"));

    // "the complexity is N·N"
    private static bool IsStated(IReadOnlyList<NotationToken> tokens, int first) =>
        first > 1 && tokens[first - 1] is var verb && (Copulas.Contains(verb.Word) || verb.IsAny("=", ":", "~"))
        && Clause(tokens, first - 2, -1).Any(t => Costs.Contains(t.Word));

    private static bool Near(IReadOnlyList<NotationToken> tokens, int first, int end, HashSet<string> words) =>
        Before(tokens, first, words) || Clause(tokens, end, 1).Any(t => words.Contains(t.Word));

    private static bool Before(IReadOnlyList<NotationToken> tokens, int first, HashSet<string> words) =>
        Clause(tokens, first - 1, -1).Any(t => words.Contains(t.Word));

    private static IEnumerable<NotationToken> Clause(IReadOnlyList<NotationToken> tokens, int from, int step)
    {
        for (var i = from; i >= 0 && i < tokens.Count && Math.Abs(i - from) < Reach; i += step)
        {
            if (tokens[i].Kind == NotationKind.Stop || tokens[i].IsAny(",", ";", ":") || GrowthParser.IsLandau(tokens[i])
                || Reasons.Contains(tokens[i].Word))
                yield break;
            yield return tokens[i];
        }
    }
}
