using System.Collections.Immutable;
using System.Globalization;

namespace AutoGrader.Core.Grading.Complexity;

/// <summary>A product of powers of symbols, such as N·k², without its coefficient: constant factors do not count towards growth.</summary>
internal sealed class GrowthTerm
{
    private const double Exact = 1e-9;

    private GrowthTerm(ImmutableSortedDictionary<string, double> exponents) => Exponents = exponents;

    public static GrowthTerm One { get; } = new(ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal));

    /// <summary>The exponents by symbol; none is zero.</summary>
    public ImmutableSortedDictionary<string, double> Exponents { get; }

    public static GrowthTerm Of(string symbol) => new(One.Exponents.Add(symbol, 1));

    public double this[string symbol] => Exponents.GetValueOrDefault(symbol);

    public GrowthTerm Times(GrowthTerm other) => Combine(other, 1);

    public GrowthTerm Over(GrowthTerm other) => Combine(other, -1);

    public GrowthTerm Power(double exponent) =>
        new(Exponents.ToImmutableSortedDictionary(e => e.Key, e => e.Value * exponent, StringComparer.Ordinal));

    public GrowthTerm Without(Func<string, bool> isDropped) => new(Exponents.RemoveRange(Exponents.Keys.Where(isDropped)));

    public override string ToString() => Exponents.Count == 0
        ? "1"
        : string.Join("·",
        Exponents.Select(e => Math.Abs(e.Value - 1) < Exact ? e.Key
        : string.Create(CultureInfo.InvariantCulture, $"{e.Key}^{e.Value:0.##}")));

    private GrowthTerm Combine(GrowthTerm other, double factor)
    {
        var sum = Exponents;
        foreach (var (symbol, exponent) in other.Exponents)
        {
            var value = sum.GetValueOrDefault(symbol) + factor * exponent;
            sum = Math.Abs(value) < Exact ? sum.Remove(symbol) : sum.SetItem(symbol, value);
        }
        return new GrowthTerm(sum);
    }
}
