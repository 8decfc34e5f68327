using AutoGrader.Core.Grading.Notation;

namespace AutoGrader.Core.Grading.Complexity;

/// <summary>The symbols that a question's orders, relations and constants speak of, in normal form.</summary>
internal sealed class SymbolTable
{
    private const int LongestProduct = 12;

    private readonly HashSet<string> known;

    public SymbolTable(IEnumerable<string> known) => this.known = known.ToHashSet(StringComparer.Ordinal);

    public bool IsKnown(string symbol) => known.Contains(symbol);

    /// <summary>The symbol that differs only in capitals, or <c>null</c>.</summary>
    public string? InOtherCase(string symbol) =>
        known.Contains(symbol) ? null : known.FirstOrDefault(k => string.Equals(k, symbol, StringComparison.OrdinalIgnoreCase));

    /// <summary>The factors a name stands for: <c>HW</c> is H·W where both are known and HW is not.</summary>
    public IReadOnlyList<string> Split(NotationToken name)
    {
        if (known.Contains(name.Text))
            return [name.Text];
        return (name.Text.Length <= LongestProduct ? Segments(name.Text, name.IsScripted) : null) ?? [name.Text];
    }

    private List<string>? Segments(string text, bool isScripted)
    {
        if (text.Length == 0)
            return [];
        // With a subscript the last factor is longer than a letter: HWd_k.
        for (var length = text.Length; length > 0; length--)
        {
            var head = text[..length];
            if (known.Contains(head) && (!isScripted || length > 1 || text.Length > length)
                && Segments(text[length..], isScripted) is { } rest)
                return [head, .. rest];
        }
        return null;
    }
}
