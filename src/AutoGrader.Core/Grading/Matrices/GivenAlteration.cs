using AutoGrader.Core.Computations;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// What a step would be if a given matrix were another one: the given matrix is replaced, what the student shows stays, the steps that are
/// not shown are computed anew.
/// </summary>
internal sealed class GivenAlteration(ComputationPlan plan, ChainArithmetic arithmetic, StepOutcome outcome, ChainHypothesis earlier)
{
    private const int MaximumIterations = 12;

    /// <summary>The given matrices that the step depends on, itself or through steps that are not shown; in the rubric's order.</summary>
    public IReadOnlyList<GivenValue> Reachable { get; } = [.. ReachableFrom(plan, outcome.Step, earlier)];

    private readonly Lazy<Expectation?> _unaltered = new(() => Evaluate(StudentChain.Start(plan), outcome, earlier));

    /// <summary>What the step would be, if that is what the student has.</summary>
    public Expectation? With(GivenValue given, Matrix<double> own) =>
        Evaluate(given, own) is { } value && outcome.Matrix!.Is(value, arithmetic.Tolerance) ? value : null;

    /// <summary>
    /// The given matrix with one entry such that the step gets the student's numbers as far as one of them tells; <c>null</c> for none. The
    /// entry has no more decimals than the sheet's: who copies whole numbers wrongly writes whole numbers.
    /// </summary>
    public Matrix<double>? Solve(GivenValue given, int row, int column)
    {
        var sheet = given.Value.Exact;
        if (_unaltered.Value is not { } unaltered || Evaluate(given, Altered(sheet, row, column, 1)) is not { } stepped)
            return null;
        if (MostSensitive(unaltered, stepped) is not { } place || Secant(given, row, column, place, unaltered) is not { } change)
            return null;
        var entry = Math.Round(sheet[row, column] + change, Decimals(sheet));
        return double.IsFinite(entry) && !entry.Equals(sheet[row, column])
            ? Altered(sheet, row, column, entry - sheet[row, column])
            : null;
    }

    /// <summary>
    /// The place of the student's number that tells the entry best; <c>null</c> where none does, or where one is wrong that does not depend
    /// on the entry.
    /// </summary>
    private int? MostSensitive(Expectation unaltered, Expectation stepped)
    {
        var matrix = outcome.Matrix!;
        var (place, slope) = ((int?)null, 0.0);
        for (var i = 0; i < matrix.Count; i++)
        {
            if (!matrix.IsNumber(i))
                continue;
            var change = Math.Abs(At(stepped, i) - At(unaltered, i));
            if (change == 0 && !matrix.Agrees(unaltered, i, arithmetic.Tolerance))
                return null;
            if (change > slope)
                (place, slope) = (i, change);
        }

        return place;
    }

    /// <summary>The change of the entry by the secant method; exact at once where the step is linear in it.</summary>
    private double? Secant(GivenValue given, int row, int column, int place, Expectation unaltered)
    {
        var target = outcome.Matrix![place];
        var (last, lastResidual) = (0.0, At(unaltered, place) - target);
        var change = 1.0;
        for (var i = 0; i < MaximumIterations; i++)
        {
            if (Evaluate(given, Altered(given.Value.Exact, row, column, change)) is not { } value)
                return null;
            var residual = At(value, place) - target;
            if (Math.Abs(residual) < 1e-9 || residual.Equals(lastResidual))
                break;
            (last, change, lastResidual) = (change, change - residual * (change - last) / (residual - lastResidual), residual);
        }

        return change;
    }

    private Expectation? Evaluate(GivenValue given, Matrix<double> own) =>
        Evaluate(StudentChain.Start(plan).With(given.Name, new Expectation(own)), outcome, earlier);

    private static Expectation? Evaluate(StudentChain chain, StepOutcome outcome, ChainHypothesis earlier)
    {
        foreach (var step in earlier.Outcomes)
        {
            var value = step.IsShown || step.Formula is null
                ? earlier.Chain[step.Step.Name]
                : ChainArithmetic.EvaluateOnce(step.Formula, chain);
            if (value is null)
                return null;
            chain = chain.With(step.Step.Name, value);
        }

        return ChainArithmetic.EvaluateOnce(outcome.Step.Formula, chain);
    }

    private static IEnumerable<GivenValue> ReachableFrom(ComputationPlan plan, PlannedStep step, ChainHypothesis earlier)
    {
        var names = step.Formula.Names.ToHashSet(StringComparer.Ordinal);
        foreach (var before in earlier.Outcomes.Reverse().Where(o => !o.IsShown && names.Contains(o.Step.Name)))
            names.UnionWith(before.Formula?.Names ?? []);
        return plan.Given.Where(given => names.Contains(given.Name));
    }

    private double At(Expectation value, int index) =>
        value.Exact[index / outcome.Matrix!.Shape.Columns, index % outcome.Matrix.Shape.Columns];

    private static Matrix<double> Altered(Matrix<double> sheet, int row, int column, double change)
    {
        var own = sheet.Clone();
        own[row, column] += change;
        return own;
    }

    private static int Decimals(Matrix<double> sheet)
    {
        var decimals = 0;
        while (decimals < 10 && sheet.Exists(x => Math.Abs(Math.Round(x, decimals) - x) > 1e-12, Zeros.Include))
            decimals++;
        return decimals;
    }
}
