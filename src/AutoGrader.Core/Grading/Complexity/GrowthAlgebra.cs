namespace AutoGrader.Core.Grading.Complexity;

/// <summary>
/// Compares orders of growth under relations such as N = H·W and without constants. A relation is a linear equation between exponents, so
/// equality is membership in the span of the relations.
/// </summary>
internal sealed class GrowthAlgebra
{
    private const double Zero = 1e-9;

    private readonly SymbolTable symbols;
    private readonly HashSet<string> constants;
    private readonly List<(string Pivot, GrowthTerm Relation)> relations = [];

    /// <param name="symbols">The known symbols.</param>
    /// <param name="constants">Symbols that do not count towards growth, in normal form.</param>
    /// <param name="relations">Terms that are constant: N·H⁻¹·W⁻¹ for N = H·W.</param>
    public GrowthAlgebra(SymbolTable symbols, IEnumerable<string> constants, IEnumerable<GrowthTerm> relations)
    {
        this.symbols = symbols;
        this.constants = constants.ToHashSet(StringComparer.Ordinal);
        foreach (var relation in relations)
            Add(Reduce(relation));
    }

    /// <summary>Whether two terms grow alike.</summary>
    public bool AreEqual(GrowthTerm left, GrowthTerm right) => Reduce(left.Over(right)).Exponents.IsEmpty;

    /// <summary>The terms of a sum that are not outgrown by another.</summary>
    public IReadOnlyList<GrowthTerm> Dominating(IReadOnlyList<GrowthTerm> sum)
    {
        var kept = new List<GrowthTerm>();
        foreach (var term in sum)
        {
            if (kept.Exists(other => Outgrows(other, term)))
                continue;
            kept.RemoveAll(other => Outgrows(term, other));
            kept.Add(term);
        }
        return kept;
    }

    /// <summary>Whether a term holds only symbols whose growth is known.</summary>
    public bool Understands(GrowthTerm term) => Reduce(term).Exponents.Keys.All(s => symbols.IsKnown(s) || s == GrowthParser.Logarithm);

    /// <summary>Whether a symbol does not count: a constant, or one with a subscript of its own (d_model where d is constant).</summary>
    public bool IsConstant(string symbol) =>
        constants.Contains(symbol)
        || (!symbols.IsKnown(symbol) && symbol.Length > 1 && symbol != GrowthParser.Logarithm && constants.Contains(symbol[..1]));

    private bool Outgrows(GrowthTerm larger, GrowthTerm smaller) => Reduce(larger.Over(smaller)).Exponents.Values.All(e => e >= -Zero);

    private void Add(GrowthTerm relation)
    {
        // Symbols of the student's own go first: they should vanish from whatever is compared.
        var pivot = relation.Exponents.Keys.OrderBy(s => symbols.IsKnown(s)).ThenBy(s => relation.Exponents[s] < 0).FirstOrDefault();
        if (pivot is null)
            return;
        for (var i = 0; i < relations.Count; i++)
            relations[i] = (relations[i].Pivot, Eliminate(relations[i].Relation, pivot, relation));
        relations.Add((pivot, relation));
    }

    private GrowthTerm Reduce(GrowthTerm term)
    {
        var reduced = term.Without(IsConstant);
        foreach (var (pivot, relation) in relations)
            reduced = Eliminate(reduced, pivot, relation);
        return reduced;
    }

    private static GrowthTerm Eliminate(GrowthTerm term, string pivot, GrowthTerm relation) =>
        Math.Abs(term[pivot]) < Zero ? term : term.Over(relation.Power(term[pivot] / relation[pivot]));
}
