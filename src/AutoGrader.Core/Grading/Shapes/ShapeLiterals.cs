using System.Text.RegularExpressions;
using AutoGrader.Core.Grading.Notation;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>
/// Finds everything that is written like a shape: <c>ℝ^{n×d}</c>, <c>n x d</c>, <c>(n, d)</c>, <c>n rows and d columns</c>.
/// </summary>
internal static partial class ShapeLiterals
{
    private const int LongestShape = 24;
    private const int MostFactors = 5;

    private static readonly HashSet<string> RowWords = new(StringComparer.Ordinal) { "row", "rows", "zeile", "zeilen", "reihen" };
    private static readonly HashSet<string> ColumnWords = new(StringComparer.Ordinal) { "column", "columns", "cols", "spalte", "spalten" };
    private static readonly HashSet<string> And = new(StringComparer.Ordinal) { "and", "und", "by", "with", "mit" };

    /// <summary>The literals of a text in its order, none overlapping another.</summary>
    public static IReadOnlyList<ShapeLiteral> Find(IReadOnlyList<NotationToken> tokens)
    {
        var literals = new List<ShapeLiteral>(InTable(tokens));
        if (literals.Count > 0)
            return literals;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(tokens, i) is not { } literal)
                continue;
            literals.Add(literal);
            i = literal.Last;
        }
        return literals;
    }

    // A table with a column of rows and one of columns: "Q | n | d" below "matrix | rows | columns".
    private static IEnumerable<ShapeLiteral> InTable(IReadOnlyList<NotationToken> tokens)
    {
        var (rows, columns) = (ColumnOf(tokens, RowWords), ColumnOf(tokens, ColumnWords));
        if (rows is null || columns is null || Math.Abs(rows.Value - columns.Value) != 1)
            yield break;
        for (var (i, cell) = (0, 0); i < tokens.Count; i++)
        {
            cell = tokens[i].Kind == NotationKind.Stop ? 0 : tokens[i].Is("\t") ? cell + 1 : cell;
            if (cell == Math.Min(rows.Value, columns.Value) && tokens[i].Is("\t") && TrySize(tokens, i + 1, out var first, out var next)
                && IsSign(tokens, next, "\t") && IsSymbol(tokens[i + 1]) && TrySize(tokens, next + 1, out var second, out var end))
                yield return rows < columns ? new ShapeLiteral(first, second, i + 1, end - 1, HasField: false)
                    : new ShapeLiteral(second, first, i + 1, end - 1, HasField: false);
        }
    }

    private static int? ColumnOf(IReadOnlyList<NotationToken> tokens, HashSet<string> words)
    {
        var head = tokens.TakeWhile(t => t.Kind != NotationKind.Stop).ToList();
        var at = head.FindIndex(t => words.Contains(t.Word));
        return at < 0 || !head.Exists(t => t.Is("\t")) ? null : head.Take(at).Count(t => t.Is("\t"));
    }

    private static ShapeLiteral? At(IReadOnlyList<NotationToken> tokens, int i) =>
        Field(tokens, i) ?? Product(tokens, i) ?? Tuple(tokens, i) ?? InWords(tokens, i);

    // ℝ^{n×d}, R^(n x d), ℝ^n×d, ℝ^{nxd}
    private static ShapeLiteral? Field(IReadOnlyList<NotationToken> tokens, int i)
    {
        if (!IsField(tokens[i]) || !IsSign(tokens, i + 1, "^"))
            return null;
        var isBraced = i + 2 < tokens.Count && tokens[i + 2].IsAny("{", "(", "[");
        var start = isBraced ? i + 3 : i + 2;
        if (!isBraced)
            return Product(tokens, start) is { } bare ? bare with { First = i, HasField = true } : null;
        var end = start;
        for (var depth = 1; end < tokens.Count && end - start < LongestShape; end++)
        {
            depth += tokens[end].IsAny("{", "(", "[") ? 1 : tokens[end].IsAny("}", ")", "]") ? -1 : 0;
            if (depth == 0 || tokens[end].Kind == NotationKind.Stop)
                break;
        }
        var factors = Factors(tokens, start, end);
        return factors.Count >= 2 && factors.All(f => f.Length > 0)
            ? new ShapeLiteral(factors[^2], factors[^1], i, Math.Min(end, tokens.Count - 1), HasField: true, Lead: LeadOf(factors))
            : null;
    }

    private static List<string> Factors(IReadOnlyList<NotationToken> tokens, int start, int end)
    {
        var factors = new List<string> { "" };
        for (var i = start; i < end; i++)
        {
            if (i > start && i + 1 < end && IsTimes(tokens[i]))
                factors.Add("");
            else if (!tokens[i].IsAny("(", ")", "{", "}"))
                factors[^1] += tokens[i].Text;
        }
        return factors is [var joined] && JoinedByLetter().Match(joined) is { Success: true } match
            ? [match.Groups[1].Value, match.Groups[2].Value] : factors;
    }

    private static ShapeLiteral? Product(IReadOnlyList<NotationToken> tokens, int i)
    {
        if (!TrySize(tokens, i, out var rows, out var next) || next >= tokens.Count || !IsTimes(tokens[next])
            || !TrySize(tokens, next + 1, out var columns, out var end))
            return null;
        // "where x is the input", "obtained by multiplying" hold no sign of multiplication.
        if (tokens[next].Kind == NotationKind.Name && !(IsSymbol(tokens[next - 1]) && IsSymbol(tokens[next + 1])))
            return null;
        var factors = new List<string> { rows, columns };
        while (factors.Count < MostFactors && end < tokens.Count && IsTimes(tokens[end])
            && TrySize(tokens, end + 1, out var further, out var after))
        {
            factors.Add(further);
            end = after;
        }
        return IsWeights(tokens[end - 1])
            ? null : new ShapeLiteral(factors[^2], factors[^1], i, end - 1, HasField: false, Lead: LeadOf(factors));
    }

    private static ShapeLiteral? Tuple(IReadOnlyList<NotationToken> tokens, int i)
    {
        if (!tokens[i].IsAny("(", "["))
            return null;
        var factors = new List<string>();
        var next = i + 1;
        while (factors.Count < MostFactors && TrySize(tokens, next, out var size, out var end))
        {
            factors.Add(size);
            next = end;
            if (!IsSign(tokens, next, ","))
                break;
            next++;
        }
        return factors.Count >= 2 && next < tokens.Count && tokens[next].IsAny(")", "]")
            ? new ShapeLiteral(factors[^2], factors[^1], i, next, HasField: false, IsTuple: true, Lead: LeadOf(factors))
            : null;
    }

    private static string LeadOf(List<string> factors) => string.Join('×', factors.SkipLast(2));

    private static ShapeLiteral? InWords(IReadOnlyList<NotationToken> tokens, int i)
    {
        if (!IsSymbol(tokens[i]) || !TrySize(tokens, i, out var first, out var word) || word + 2 >= tokens.Count)
            return null;
        var second = SkipAside(tokens, word + 1);
        if (second < tokens.Count && (And.Contains(tokens[second].Word) || tokens[second].Is(",")))
            second++;
        if (second >= tokens.Count || !IsSymbol(tokens[second])
            || !TrySize(tokens, second, out var other, out var otherWord) || otherWord >= tokens.Count)
            return null;
        if (RowWords.Contains(tokens[word].Word) && ColumnWords.Contains(tokens[otherWord].Word))
            return new ShapeLiteral(first, other, i, otherWord, HasField: false);
        return ColumnWords.Contains(tokens[word].Word) && RowWords.Contains(tokens[otherWord].Word)
            ? new ShapeLiteral(other, first, i, otherWord, HasField: false) : null;
    }

    // "n rows (one per query) and d columns"
    private static int SkipAside(IReadOnlyList<NotationToken> tokens, int i)
    {
        if (!tokens[i].Is("("))
            return i;
        for (var close = i; close < tokens.Count - 1 && close < i + LongestShape; close++)
            if (tokens[close].Is(")"))
                return close + 1;
        return i;
    }

    // A symbol, a number, a product H·W, or either in brackets.
    private static bool TrySize(IReadOnlyList<NotationToken> tokens, int i, out string size, out int next)
    {
        (size, next) = ("", i + 1);
        if (i >= tokens.Count)
            return false;
        if (tokens[i].Is("(") && TryProduct(tokens, i + 1, out size, out var close) && IsSign(tokens, close, ")"))
        {
            next = close + 1;
            return true;
        }
        return TryProduct(tokens, i, out size, out next);
    }

    private static bool TryProduct(IReadOnlyList<NotationToken> tokens, int i, out string size, out int next)
    {
        (size, next) = ("", i + 1);
        if (i >= tokens.Count || !IsSize(tokens[i]))
            return false;
        size = tokens[i].Text;
        // H·W pixels, d_model/h features of a head
        if (i + 2 < tokens.Count && tokens[i + 1].IsAny("·", "/") && IsSize(tokens[i + 2]))
            (size, next) = ($"{size}{tokens[i + 1].Text}{tokens[i + 2].Text}", i + 3);
        return true;
    }

    private static bool IsSize(NotationToken token) =>
        token.Kind == NotationKind.Number
            || (token is { Kind: NotationKind.Name, IsTransposed: false } && !IsField(token) && !And.Contains(token.Word)
            && token.Text.Length <= 16);

    // "the rows and the columns" name no sizes.
    private static bool IsSymbol(NotationToken token) =>
        !token.IsWord || (token.Text.Length == 2 && token.Word is not ("is" or "in" or "no" or "of" or "as" or "an" or "zu" or "im"));

    // X * W_Q multiplies by a matrix of weights; a size is hardly ever a capital W with an index.
    private static bool IsWeights(NotationToken token) =>
        token is { Kind: NotationKind.Name, IsScripted: true } && token.Text.StartsWith('W');

    private static bool IsTimes(NotationToken token) =>
        token.IsAny("×", "*") || token is { Kind: NotationKind.Name, Text: "x" or "X" or "by" or "times" or "mal", IsScripted: false };

    private static bool IsField(NotationToken token) => token is { Kind: NotationKind.Name, Text: "ℝ" or "R" or "IR", IsScripted: false };

    private static bool IsSign(IReadOnlyList<NotationToken> tokens, int i, string sign) => i < tokens.Count && tokens[i].Is(sign);

    [GeneratedRegex(@"^(\p{L}[\p{L}\d']{0,5}?)x(\p{L}[\p{L}\d']{0,5})$", RegexOptions.CultureInvariant)]
    private static partial Regex JoinedByLetter();
}
