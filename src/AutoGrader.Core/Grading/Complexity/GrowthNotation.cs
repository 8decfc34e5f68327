using AutoGrader.Core.Grading.Notation;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Complexity;

/// <summary>Reads the orders, relations and symbols of a rubric.</summary>
internal static class GrowthNotation
{
    private static readonly SymbolTable NoSymbols = new([]);

    /// <summary>All symbols that the criteria speak of.</summary>
    public static SymbolTable SymbolsOf(IEnumerable<ComplexityCriterion> criteria) => new(criteria.SelectMany(c =>
        c.Orders.Select(o => o.Order).Concat(c.Relations).Concat(c.Constants))
            .SelectMany(text => NotationScanner.Scan(text, linesEnd: false))
        .Where(t => t.Kind == NotationKind.Name && t.Word is not ("log" or "ln" or "sqrt")).Select(t => t.Text));

    /// <summary>An order such as <c>N*k^2</c>, or <c>null</c> where the text is none.</summary>
    public static GrowthTerm? Order(string text)
    {
        var tokens = NotationScanner.Scan(text, linesEnd: false);
        return GrowthParser.Product(tokens, 0, NoSymbols, out var end) is { } term && end == tokens.Count ? term : null;
    }

    /// <summary>A relation such as <c>N = H*W</c> as a term that does not grow, or <c>null</c> where the text is none.</summary>
    public static GrowthTerm? Relation(string text) =>
        text.Split('=') is [var left, var right] && Order(left) is { } first && Order(right) is { } second
            && !first.Over(second).Exponents.IsEmpty ? first.Over(second) : null;

    /// <summary>A symbol as the scanner writes it: <c>d_k</c> is <c>dk</c>.</summary>
    public static string NormalForm(string symbol) => string.Concat(NotationScanner.Scan(symbol, linesEnd: false).Select(t => t.Text));
}
