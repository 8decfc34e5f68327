using AutoGrader.Core.Formulas;
using AutoGrader.Core.Rubrics;
using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Computations;

/// <summary>A computation whose formulas are parsed and whose shapes are checked, ready to be evaluated with any step replaced.</summary>
internal sealed class ComputationPlan
{
    private ComputationPlan(
        Computation computation, IReadOnlyList<PlannedStep> steps, IReadOnlyDictionary<string, Matrix<double>> reference)
    {
        Computation = computation;
        Steps = steps;
        Reference = reference;
    }

    public Computation Computation { get; }

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<PlannedStep> Steps { get; }

    /// <summary>Given matrices and reference values of all steps by name; all finite.</summary>
    public IReadOnlyDictionary<string, Matrix<double>> Reference { get; }

    /// <summary>Checks a computation and computes its reference; gives its first fault where it has one.</summary>
    public static ComputationPlan? TryCreate(Computation computation, out FormulaFault? fault)
    {
        var builder = new Builder(computation);
        try
        {
            foreach (var (name, matrix) in computation.Given)
                builder.AddGiven(name, matrix);
            foreach (var step in computation.Steps)
                builder.AddStep(step);
            foreach (var mistake in computation.Mistakes)
                builder.RequireStepOf(mistake);
        }
        catch (FormulaException exception)
        {
            fault = new FormulaFault(builder.Subject, exception.Column, exception.Message, exception.Remedy);
            return null;
        }

        fault = null;
        return new ComputationPlan(computation, builder.Steps, builder.Values);
    }

    private sealed class Builder(Computation computation)
    {
        private readonly FormulaChecker _checker = new();
        private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);

        public List<PlannedStep> Steps { get; } = [];

        public Dictionary<string, Matrix<double>> Values { get; } = new(StringComparer.Ordinal);

        /// <summary>What is being worked on: a given matrix, a step or a mistake.</summary>
        public string Subject { get; private set; } = "";

        public void AddGiven(string name, Matrix<double> matrix)
        {
            Subject = name;
            RequireFinite(matrix, 1);
            (_shapes[name], Values[name]) = (Shape.Of(matrix), matrix);
        }

        public void AddStep(ComputationStep step)
        {
            Subject = step.Name;
            if (Values.ContainsKey(step.Name))
                throw new FormulaException(
                    1, $"The name {step.Name} is used twice.", "Give every given matrix and every step its own name.");
            var (formula, shape) = Check(step.Formula);
            var mistakes = computation.Mistakes.Where(m => m.Step == step.Name).Select(Check).ToList();
            Subject = step.Name;
            var value = new FormulaEvaluator(Values).Evaluate(formula.Root);
            RequireFinite(value, formula.Root.Column);
            Steps.Add(new PlannedStep(step, formula, shape, mistakes));
            (_shapes[step.Name], Values[step.Name]) = (shape, value);
        }

        public void RequireStepOf(NamedMistake mistake)
        {
            Subject = mistake.Name;
            if (Steps.All(s => s.Name != mistake.Step))
                throw new FormulaException(
                    1, $"There is no step {mistake.Step}.", $"Name one of: {string.Join(", ", Steps.Select(s => s.Name))}.");
        }

        private PlannedMistake Check(NamedMistake mistake)
        {
            Subject = mistake.Name;
            var (formula, shape) = Check(mistake.Formula);
            return new PlannedMistake(mistake, formula, shape);
        }

        private (Formula Formula, Shape Shape) Check(string source)
        {
            var formula = Formula.Parse(source);
            RefuseForwardReferences(formula, computation, Steps.Count);
            return (formula, _checker.Check(formula.Root, _shapes).Shape);
        }
    }

    private static void RefuseForwardReferences(Formula formula, Computation computation, int position)
    {
        foreach (var name in formula.Names)
        {
            var target = computation.Steps.Skip(position).FirstOrDefault(s => s.Name == name.Name);
            if (target is null || computation.Given.ContainsKey(name.Name))
                continue;
            throw target == computation.Steps[position]
                ? new FormulaException(
                    name.Column, $"The step {name.Name} uses itself.", "A formula may use given matrices and earlier steps only.")
                : new FormulaException(
                    name.Column,
                    $"The step {name.Name} comes later.",
                    $"Move {name.Name} before this step; steps must not need each other in a circle.");
        }
    }

    private static void RequireFinite(Matrix<double> matrix, int column)
    {
        if (matrix.Find(entry => !double.IsFinite(entry), Zeros.Include) is { } found)
        {
            throw new FormulaException(
                column,
                $"The entry in row {found.Item1 + 1}, column {found.Item2 + 1} is not a finite number.",
                "Check for a division by zero, a root of a negative number or an overflow.");
        }
    }
}
