using AutoGrader.Core.Formulas;
using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Computations.Mutations;

/// <summary>
/// Applies the catalogue to the formula of a step. What does not fit the step's shape is dropped, and so is what gives the same as the
/// formula or as an earlier mutant for any numbers: tried on probes whose entries have nothing in common.
/// </summary>
internal sealed class MutantFinder
{
    /// <summary>Largest number of multiplications of all mutants of a step: they are evaluated for every student.</summary>
    private const long MaximumWork = 2_000_000;

    private readonly MutationScope _scope;
    private readonly Formula _formula;
    private readonly Dictionary<string, Matrix<double>> _probe;

    /// <param name="formula">The formula of the step.</param>
    /// <param name="scope">The step's surroundings.</param>
    public MutantFinder(Formula formula, MutationScope scope)
    {
        _scope = scope;
        _formula = formula;
        _probe = formula.Names.Select(name => name.Name).Distinct(StringComparer.Ordinal).Index()
            .ToDictionary(at => at.Item, at => Probe(scope.ShapeOf(at.Item), at.Index), StringComparer.Ordinal);
    }

    /// <param name="known">Wrong formulas that have a name already, over the same names.</param>
    public IReadOnlyList<Mutant> Find(IReadOnlyList<PlannedFormula> known)
    {
        var expanded = AttentionExpansion.Of(_formula.Root);
        Expression[] roots = ReferenceEquals(expanded, _formula.Root) ? [expanded] : [expanded, _formula.Root];
        var shape = _scope.ShapeOf(_formula.Root);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var values = known.Where(other => other.Names.All(_probe.ContainsKey))
            .Select(other => Evaluate(other.Root)).Prepend(Evaluate(_formula.Root)).ToList();
        var mutants = new List<Mutant>();
        var work = 0L;
        foreach (var mutant in roots.SelectMany(root => MutationCatalogue.Mutations.SelectMany(mutation => Apply(mutation, root))))
        {
            if (!seen.Add(ExpressionText.Of(mutant.Root)) || _scope.ShapeOf(mutant.Root) != shape)
                continue;
            work += _scope.WorkOf(mutant.Root);
            if (work > MaximumWork)
                break;
            var value = Evaluate(mutant.Root);
            if (values.Exists(other => IsSame(other, value)))
                continue;
            values.Add(value);
            mutants.Add(mutant);
        }

        return mutants;
    }

    private IEnumerable<Mutant> Apply(Mutation mutation, Expression root) => ExpressionTree
        .Variants(root, node => mutation.Change(node, _scope).Select(changed => (changed.Node, changed.Text)))
        .Select(variant => new Mutant(mutation.Name, variant.Tree, variant.Change));

    private Matrix<double> Evaluate(Expression expression) => new FormulaEvaluator(_probe).Evaluate(expression);

    private static bool IsSame(Matrix<double> first, Matrix<double> second) =>
        MatrixComparison.AreEqual(first, second, new Tolerance(1e-9, 1e-9));

    /// <summary>Numbers of both signs with nothing in common: fractional parts of multiples of the golden ratio.</summary>
    private static Matrix<double> Probe(Shape shape, int index) => Matrix<double>.Build.Dense(
        shape.Rows,
        shape.Columns,
        (row, column) =>
        {
            var multiple = (index * 977 + row * shape.Columns + column + 1) * 0.6180339887498949;
            return 5 * (multiple - Math.Floor(multiple)) - 2;
        });
}
