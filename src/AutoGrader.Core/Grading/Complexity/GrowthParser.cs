using System.Globalization;
using AutoGrader.Core.Grading.Notation;

namespace AutoGrader.Core.Grading.Complexity;

/// <summary>
/// Reads orders of growth: sums of products of powers, with blanks or any sign of multiplication between the factors, and logarithms. What
/// it cannot read is no order, never a wrong one.
/// </summary>
internal sealed class GrowthParser
{
    /// <summary>The symbol that stands for a logarithm of anything: it fits no order without one.</summary>
    public const string Logarithm = "log";

    private const int DeepestNesting = 10;
    private const int MostTerms = 32;

    private readonly IReadOnlyList<NotationToken> tokens;
    private readonly SymbolTable symbols;
    private int position;
    private int depth;

    private GrowthParser(IReadOnlyList<NotationToken> tokens, int start, SymbolTable symbols)
    {
        this.tokens = tokens;
        this.symbols = symbols;
        position = start;
    }

    private NotationToken? Current => position < tokens.Count ? tokens[position] : null;

    /// <summary>Whether a name is one of the letters of Landau's notation; they are never factors.</summary>
    public static bool IsLandau(NotationToken token) =>
        token is { Kind: NotationKind.Name, IsScripted: false, Text: "O" or "Θ" or "Theta" or "Ω" or "o" or "Õ" };

    /// <summary>The terms of the sum that begins at a token, or <c>null</c> where none does.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="symbols">The known symbols.</param>
    /// <param name="end">The index of the first token behind it.</param>
    public static IReadOnlyList<GrowthTerm>? Sum(IReadOnlyList<NotationToken> tokens, int start, SymbolTable symbols, out int end)
    {
        var parser = new GrowthParser(tokens, start, symbols);
        var sum = parser.ReadSum();
        end = parser.position;
        return sum;
    }

    /// <summary>The one term that begins at a token, or <c>null</c> where none does or a sum.</summary>
    public static GrowthTerm? Product(IReadOnlyList<NotationToken> tokens, int start, SymbolTable symbols, out int end)
    {
        var parser = new GrowthParser(tokens, start, symbols);
        var product = parser.ReadProduct();
        end = parser.position;
        return product is [var term] ? term : null;
    }

    private List<GrowthTerm>? ReadSum()
    {
        if (depth == DeepestNesting || ReadProduct() is not { } sum)
            return null;
        while (Current is { } sign && sign.IsAny("+", "-"))
        {
            var before = position++;
            if (sum.Count <= MostTerms && ReadProduct() is { } next)
            {
                sum.AddRange(next);
                continue;
            }
            position = before;
            break;
        }
        return sum;
    }

    private List<GrowthTerm>? ReadProduct()
    {
        if (ReadPower() is not { } product)
            return null;
        while (Current is { } token)
        {
            var before = position;
            var isDivided = token.Is("/");
            if (isDivided || IsTimes(token))
                position++;
            else if (!BeginsFactor(token))
                break;
            if (ReadPower() is not { } factor || (isDivided && factor.Count != 1) || product.Count * factor.Count > MostTerms)
            {
                position = before;
                break;
            }
            product = [.. product.SelectMany(left => factor.Select(right => isDivided ? left.Over(right) : left.Times(right)))];
        }
        return product;
    }

    private List<GrowthTerm>? ReadPower()
    {
        var (bases, last) = ReadBase();
        if (bases is null || !TryExponent(out var exponent))
            return bases;
        // The exponent of HW^2 belongs to the W alone.
        if (last is not null)
            return [bases[0].Over(last).Times(last.Power(exponent))];
        if (bases is [var only])
            return [only.Power(exponent)];
        // The square of a sum grows like the squares of its terms.
        return [.. bases.Select(term => term.Power(exponent))];
    }

    // The terms, and for a name of several factors its last one.
    private (List<GrowthTerm>? Terms, GrowthTerm? Last) ReadBase()
    {
        if (Current is not { } token)
            return default;
        if (token.Is("("))
            return (ReadBrackets(), null);
        position++;
        if (token.Kind == NotationKind.Number)
            return ([GrowthTerm.One], null);
        if (token.Kind != NotationKind.Name || IsLandau(token))
        {
            position--;
            return default;
        }
        if (token.Word is "log" or "ln" or "lg")
            return (ReadLogarithm(), null);
        if (token.Word == "sqrt" && Current is { } open && open.Is("("))
            return (ReadBrackets()?.ConvertAll(term => term.Power(0.5)), null);
        if (IsLogarithmOfKnown(token))
            return ([GrowthTerm.Of(Logarithm)], null);
        if (token.IsWord && !symbols.IsKnown(token.Text) && symbols.Split(token).Count == 1)
        {
            position--;
            return default;
        }
        var factors = symbols.Split(token).Select(GrowthTerm.Of).ToList();
        return ([factors.Aggregate((left, right) => left.Times(right))], factors[^1]);
    }

    private List<GrowthTerm>? ReadBrackets()
    {
        position++;
        depth++;
        var sum = ReadSum();
        depth--;
        if (sum is null || Current is not { } close || !close.Is(")"))
            return null;
        position++;
        return sum;
    }

    private List<GrowthTerm> ReadLogarithm()
    {
        depth++;
        if (depth < DeepestNesting && Current is { } next && (next.Is("(") || next.Kind is NotationKind.Name or NotationKind.Number))
            ReadPower();
        depth--;
        return [GrowthTerm.Of(Logarithm)];
    }

    private bool TryExponent(out double exponent)
    {
        exponent = 1;
        var before = position;
        if (Current is { } caret && caret.Is("^"))
            position++;
        else if (position + 1 < tokens.Count && tokens[position].Is("*") && tokens[position + 1].Is("*"))
            position += 2;
        else
            return false;
        var isBraced = Current is { } open && open.IsAny("{", "(");
        if (isBraced)
            position++;
        if (Current is { Kind: NotationKind.Number } number
            && double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out exponent) && exponent <= 20)
        {
            position++;
            if (!isBraced)
                return true;
            if (Current is { } close && close.IsAny("}", ")"))
            {
                position++;
                return true;
            }
        }
        position = before;
        return false;
    }

    // logN, as readers of PDFs join it.
    private bool IsLogarithmOfKnown(NotationToken token)
    {
        var argument = token.Text.StartsWith("log", StringComparison.Ordinal) ? token.Text[3..]
            : token.Text.StartsWith("ln", StringComparison.Ordinal) ? token.Text[2..] : "";
        return argument.Length > 0 && !symbols.IsKnown(token.Text) && symbols.Split(token with { Text = argument }).All(symbols.IsKnown);
    }

    private bool BeginsFactor(NotationToken token) =>
        token.Is("(") || token.Kind == NotationKind.Number
            || (token.Kind == NotationKind.Name && !IsLandau(token)
            && (!token.IsWord || symbols.IsKnown(token.Text) || symbols.Split(token).Count > 1
            || token.Word is "log" or "ln" or "lg" or "sqrt"));

    private bool IsTimes(NotationToken token) =>
        (token.IsAny("·", "*", "×") && !(token.Is("*") && position + 1 < tokens.Count && tokens[position + 1].Is("*")))
        || (token is { Kind: NotationKind.Name, Text: "x", IsScripted: false } && !symbols.IsKnown("x"));
}
