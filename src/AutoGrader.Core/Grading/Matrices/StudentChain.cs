using AutoGrader.Core.Computations;
using AutoGrader.Core.Formulas;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// The values a student goes on from: given matrices, own results, and formulas where nothing is shown. Error carried forward is evaluating
/// the next formula on this chain. Immutable.
/// </summary>
internal sealed class StudentChain
{
    private readonly IReadOnlyDictionary<string, Matrix<double>> _exact;
    private readonly IReadOnlyDictionary<string, Matrix<double>> _asShown;

    private StudentChain(
        IReadOnlyDictionary<string, Matrix<double>> exact, IReadOnlyDictionary<string, Matrix<double>> asShown, bool isReference)
    {
        _exact = exact;
        _asShown = asShown;
        IsReference = isReference;
    }

    /// <summary>Whether all exact values so far are the reference's; the numbers on paper may be rounded.</summary>
    public bool IsReference { get; }

    public static StudentChain Start(ComputationPlan plan) => new(plan.Computation.Given, plan.Computation.Given, true);

    /// <summary>What a formula makes of the chain; <c>null</c> where numbers of the student lead to no finite result.</summary>
    public Expectation? Evaluate(Formula formula)
    {
        var exact = new FormulaEvaluator(_exact).Evaluate(formula.Root);
        var asShown = ReferenceEquals(_exact, _asShown) ? exact : new FormulaEvaluator(_asShown).Evaluate(formula.Root);
        return IsFinite(exact) && IsFinite(asShown) ? new Expectation(exact, asShown) : null;
    }

    /// <summary>The values of all parts of a formula on the chain, without the whole.</summary>
    public IEnumerable<Matrix<double>> Parts(Formula formula) =>
        ReferenceEquals(_exact, _asShown) ? Parts(formula, _exact) : Parts(formula, _exact).Concat(Parts(formula, _asShown));

    /// <summary>Goes on with a value that nobody wrote down.</summary>
    public StudentChain With(string step, Expectation value, bool isReference) =>
        ReferenceEquals(_exact, _asShown) && ReferenceEquals(value.Exact, value.AsShown)
            ? Uniform(With(_exact, step, value.Exact), isReference)
            : new StudentChain(With(_exact, step, value.Exact), With(_asShown, step, value.AsShown), isReference && IsReference);

    /// <summary>
    /// Goes on with a matrix of the student: right entries as they should be and as they are shown, the others as they are shown.
    /// </summary>
    public StudentChain With(string step, StudentMatrix matrix, Comparison comparison, bool isReference)
    {
        var exact = matrix.Values.Clone();
        var asShown = matrix.Values.Clone();
        for (var i = 0; i < comparison.Matches.Count; i++)
        {
            var (row, column) = (i / matrix.Shape.Columns, i % matrix.Shape.Columns);
            if (comparison.Matches[i] == EntryMatch.Right)
                exact[row, column] = comparison.Expected.Exact[row, column];
            if (double.IsNaN(exact[row, column]))
                exact[row, column] = asShown[row, column] = comparison.Expected.Exact[row, column];
        }

        return ReferenceEquals(_exact, _asShown) && exact.Equals(asShown)
            ? Uniform(With(_exact, step, exact), isReference)
            : new StudentChain(With(_exact, step, exact), With(_asShown, step, asShown), isReference && IsReference);
    }

    private StudentChain Uniform(IReadOnlyDictionary<string, Matrix<double>> values, bool isReference) =>
        new(values, values, isReference && IsReference);

    private static IEnumerable<Matrix<double>> Parts(Formula formula, IReadOnlyDictionary<string, Matrix<double>> values)
    {
        var parts = new List<Matrix<double>>();
        var whole = new FormulaEvaluator(values, parts).Evaluate(formula.Root);
        return parts.Where(part => !ReferenceEquals(part, whole));
    }

    private static Dictionary<string, Matrix<double>> With(
        IReadOnlyDictionary<string, Matrix<double>> values, string name, Matrix<double> value) =>
        new(values, StringComparer.Ordinal) { [name] = value };

    private static bool IsFinite(Matrix<double> matrix) => matrix.Find(entry => !double.IsFinite(entry), Zeros.Include) is null;
}
