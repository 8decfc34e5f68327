using AutoGrader.Core.Computations;
using AutoGrader.Core.Formulas;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// Evaluates and compares for one answer. Many readings of the answer share values, so everything is computed once for the same values.
/// </summary>
internal sealed class ChainArithmetic(ComputationPlan plan, EntryTolerance tolerance)
{
    private readonly Dictionary<PlannedFormula, List<Evaluation>> _evaluations = [];
    private readonly Dictionary<(Expectation, StudentMatrix), Comparison> _comparisons = [];
    private readonly Dictionary<(StudentMatrix, Comparison), Expectation> _ownValues = [];
    private readonly Dictionary<(IReadOnlyList<Matrix<double>>, StudentMatrix), bool> _explained = [];

    public EntryTolerance Tolerance { get; } = tolerance;

    /// <summary>What a formula makes of a chain; <c>null</c> where numbers of the student lead to no finite result.</summary>
    public Expectation? Evaluate(PlannedFormula formula, StudentChain chain) => On(formula, chain).Value;

    /// <summary>A matrix beside an expectation of its shape.</summary>
    public Comparison Compare(Expectation expected, StudentMatrix matrix)
    {
        if (!_comparisons.TryGetValue((expected, matrix), out var comparison))
            _comparisons.Add((expected, matrix), comparison = Comparison.Of(expected, matrix, Tolerance));
        return comparison;
    }

    /// <summary>
    /// What later formulas make of a student's matrix: right entries as they should be and as they are shown, the others as they are shown.
    /// </summary>
    public Expectation ValueOf(StudentMatrix matrix, Comparison comparison)
    {
        if (!_ownValues.TryGetValue((matrix, comparison), out var value))
            _ownValues.Add((matrix, comparison), value = OwnValue(matrix, comparison));
        return value;
    }

    /// <summary>Whether a matrix is a part of a formula's way to its value, such as <c>softmax(A)</c> in <c>softmax(A) * V</c>.</summary>
    public bool IsPart(StudentMatrix matrix, PlannedFormula formula, StudentChain chain)
    {
        var parts = On(formula, chain).Parts ??= PartsOf(formula, chain);
        if (!_explained.TryGetValue((parts, matrix), out var isPart))
            _explained.Add((parts, matrix), isPart = parts.Any(part => matrix.Is(part, Tolerance)));
        return isPart;
    }

    /// <summary>The same without keeping it, for a chain that is only tried.</summary>
    public static Expectation? EvaluateOnce(PlannedFormula formula, StudentChain chain)
    {
        var exact = Evaluate(formula, chain, asShown: false);
        var asShown = formula.Names.All(name => chain[name].IsUniform) ? exact : Evaluate(formula, chain, asShown: true);
        return IsFinite(exact) && IsFinite(asShown) ? new Expectation(exact, asShown) : null;
    }

    private Evaluation On(PlannedFormula formula, StudentChain chain)
    {
        if (!_evaluations.TryGetValue(formula, out var evaluations))
            _evaluations.Add(formula, evaluations = []);
        foreach (var known in evaluations)
        {
            if (known.IsOn(formula, chain))
                return known;
        }

        var evaluation = new Evaluation([.. formula.Names.Select(name => chain[name])], ValueOf(formula, chain));
        evaluations.Add(evaluation);
        return evaluation;
    }

    private Expectation? ValueOf(PlannedFormula formula, StudentChain chain)
    {
        // The reference is computed once for all answers.
        var isReference = formula.Names.All(name => ReferenceEquals(chain[name].Exact, plan.Expected(name).Exact));
        var isUniform = formula.Names.All(name => chain[name].IsUniform);
        if (isReference && (isUniform || formula.OnReference is null))
            return formula.OnReference;
        var exact = isReference ? formula.OnReference!.Exact : Evaluate(formula, chain, asShown: false);
        if (!IsFinite(exact))
            return null;
        var asShown = isUniform ? exact : Evaluate(formula, chain, asShown: true);
        return IsFinite(asShown) ? new Expectation(exact, asShown) : null;
    }

    private static List<Matrix<double>> PartsOf(PlannedFormula formula, StudentChain chain)
    {
        var parts = new List<Matrix<double>>();
        var whole = Evaluate(formula, chain, asShown: false, parts);
        parts.RemoveAll(part => ReferenceEquals(part, whole));
        if (formula.Names.All(name => chain[name].IsUniform))
            return parts;
        var shownParts = new List<Matrix<double>>();
        whole = Evaluate(formula, chain, asShown: true, shownParts);
        return [.. parts, .. shownParts.Where(part => !ReferenceEquals(part, whole))];
    }

    private static Matrix<double> Evaluate(PlannedFormula formula, StudentChain chain, bool asShown, List<Matrix<double>>? parts = null)
    {
        var values = formula.Names.ToDictionary(
            name => name, name => asShown ? chain[name].AsShown : chain[name].Exact, StringComparer.Ordinal);
        return new FormulaEvaluator(values, parts).Evaluate(formula.Root);
    }

    private static Expectation OwnValue(StudentMatrix matrix, Comparison comparison)
    {
        var expected = comparison.Expected.Exact;
        var exact = comparison.Differing == 0 ? expected : Exact(matrix, comparison);
        var asShown = matrix.Values;
        if (asShown.Exists(double.IsNaN, Zeros.Include))
        {
            asShown = asShown.Clone();
            asShown.MapIndexedInplace((row, column, x) => double.IsNaN(x) ? expected[row, column] : x, Zeros.Include);
        }

        if (!exact.Equals(asShown))
            return new Expectation(exact, asShown);
        return ReferenceEquals(exact, expected) && comparison.Expected.IsUniform ? comparison.Expected : new Expectation(exact);
    }

    private static Matrix<double> Exact(StudentMatrix matrix, Comparison comparison) => Matrix<double>.Build.Dense(
        matrix.Shape.Rows,
        matrix.Shape.Columns,
        (row, column) =>
        {
            var index = row * matrix.Shape.Columns + column;
            var isOwn = comparison.Matches[index] != EntryMatch.Right && matrix.IsNumber(index);
            return isOwn ? matrix[index] : comparison.Expected.Exact[row, column];
        });

    private static bool IsFinite(Matrix<double> matrix) => matrix.Find(entry => !double.IsFinite(entry), Zeros.Include) is null;

    private sealed class Evaluation(Expectation[] inputs, Expectation? value)
    {
        public Expectation? Value { get; } = value;

        /// <summary>The values of all parts of the formula, without the whole; <c>null</c> until somebody asks.</summary>
        public IReadOnlyList<Matrix<double>>? Parts { get; set; }

        public bool IsOn(PlannedFormula formula, StudentChain chain)
        {
            for (var i = 0; i < inputs.Length; i++)
            {
                if (!ReferenceEquals(inputs[i], chain[formula.Names[i]]))
                    return false;
            }

            return true;
        }
    }
}
