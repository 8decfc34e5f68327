using AutoGrader.Core.Computations.Mutations;
using AutoGrader.Core.Formulas;
using AutoGrader.Core.Rubrics;
using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Computations;

/// <summary>Makes a <see cref="ComputationPlan"/>: names, formulas, order, shapes, values, in this order.</summary>
internal sealed class PlanBuilder(Computation computation)
{
    /// <summary>Largest number of steps and of mistakes; sheets have a handful.</summary>
    public const int MaximumFormulas = 200;

    private readonly FormulaChecker _checker = new();
    private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);

    public List<PlannedStep> Steps { get; } = [];

    public Dictionary<string, Matrix<double>> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>What is being worked on: a given matrix, a step or a mistake.</summary>
    public string Subject { get; private set; } = "";

    /// <exception cref="FormulaException">There is a fault; <see cref="Subject"/> says where.</exception>
    public void Build()
    {
        foreach (var (name, matrix) in computation.Given)
            AddGiven(name, matrix);
        RequireDistinctNames();
        RequireFewFormulas();
        var formulas = computation.Steps.Select(step => Parse(step.Name, step.Formula)).ToList();
        var mistakes = computation.Mistakes.Select(ParseMistake).ToLookup(mistake => mistake.Mistake.Step, StringComparer.Ordinal);
        foreach (var position in Order(formulas, mistakes))
            AddStep(computation.Steps[position], formulas[position], mistakes[computation.Steps[position].Name]);
    }

    private void AddGiven(string name, Matrix<double> matrix)
    {
        Subject = name;
        RequireFinite(matrix, 1);
        (_shapes[name], Values[name]) = (Shape.Of(matrix), matrix);
    }

    private void RequireDistinctNames()
    {
        var names = new HashSet<string>(computation.Given.Keys, StringComparer.Ordinal);
        foreach (var step in computation.Steps)
        {
            Subject = step.Name;
            if (!names.Add(step.Name))
                throw new FormulaException(
                    1, $"The name {step.Name} is used twice.", "Give every given matrix and every step its own name.");
        }
    }

    private void RequireFewFormulas()
    {
        if (computation.Steps.Count <= MaximumFormulas && computation.Mistakes.Count <= MaximumFormulas)
            return;
        Subject = computation.Steps.Count > MaximumFormulas
            ? computation.Steps[MaximumFormulas].Name
            : computation.Mistakes[MaximumFormulas].Name;
        throw new FormulaException(
            1, $"A computation may have {MaximumFormulas} steps and {MaximumFormulas} mistakes at most.", "Leave out the others.");
    }

    private Formula Parse(string subject, string source)
    {
        Subject = subject;
        return Formula.Parse(source);
    }

    private (NamedMistake Mistake, Formula Formula) ParseMistake(NamedMistake mistake)
    {
        var formula = Parse(mistake.Name, mistake.Formula);
        return computation.Steps.Any(step => step.Name == mistake.Step)
            ? (mistake, formula)
            : throw new FormulaException(
                1, $"There is no step {mistake.Step}.", $"Name one of: {string.Join(", ", computation.Steps.Select(s => s.Name))}.");
    }

    private IReadOnlyList<int> Order(List<Formula> formulas, ILookup<string, (NamedMistake Mistake, Formula Formula)> mistakes)
    {
        var known = computation.Given.Keys.Concat(computation.Steps.Select(step => step.Name)).ToHashSet(StringComparer.Ordinal);
        var uses = computation.Steps.Zip(formulas, (step, formula) => Uses(step.Name, step.Name, formula))
            .Concat(mistakes.SelectMany(group => group.Select(m => Uses(group.Key, m.Mistake.Name, m.Formula))))
            .SelectMany(use => use).ToList();
        foreach (var use in uses.Where(use => !known.Contains(use.Name.Name)))
        {
            Subject = use.Subject;
            throw FormulaChecker.Unknown(use.Name, known);
        }

        var order = StepOrder.Sort(
            [.. computation.Steps.Select(step => step.Name)], uses.ToLookup(use => use.Step, StringComparer.Ordinal), out var circle);
        return circle is null ? order : throw RefuseCircle(circle);
    }

    private static IEnumerable<StepUse> Uses(string step, string subject, Formula formula) =>
        formula.Names.Select(name => new StepUse(step, subject, name));

    /// <summary>Blames a mistake that is in the circle, for without it there may be none; else the use that closes it.</summary>
    private FormulaException RefuseCircle(IReadOnlyList<StepUse> circle)
    {
        var culprit = circle.LastOrDefault(use => use.Subject != use.Step) ?? circle[^1];
        Subject = culprit.Subject;
        var members = string.Join(" → ", circle.Select(use => use.Step).Append(circle[0].Step));
        return new FormulaException(
            culprit.Name.Column,
            circle.Count == 1
                ? $"The step {culprit.Step} uses itself."
                : $"These steps need each other in a circle: {members}.",
            "A formula may use given matrices and steps that do not need its own step in turn.");
    }

    private void AddStep(ComputationStep step, Formula formula, IEnumerable<(NamedMistake Mistake, Formula Formula)> mistakes)
    {
        var shape = Check(step.Name, formula);
        var planned = mistakes.Select(m => PlannedMistake.Of(m.Mistake, Plan(m.Formula, Check(m.Mistake.Name, m.Formula)))).ToList();
        Subject = step.Name;
        var value = new FormulaEvaluator(Values).Evaluate(formula.Root);
        RequireFinite(value, formula.Root.Column);
        var isLast = Steps.Count == computation.Steps.Count - 1;
        var plannedFormula = new PlannedFormula(Folded(formula), shape, new Expectation(value));
        Steps.Add(new PlannedStep(step, plannedFormula, () => MistakesOf(step, formula, shape, planned, isLast)));
        (_shapes[step.Name], Values[step.Name]) = (shape, value);
    }

    /// <summary>Called when all steps are known.</summary>
    private StepMistakes MistakesOf(
        ComputationStep step, Formula formula, Shape shape, IReadOnlyList<PlannedMistake> written, bool isLast)
    {
        var scope = new MutationScope(Values, [.. computation.Given.Keys], isLast ? formula.Root : null);
        var mutants = new MutantFinder(formula, scope).Find([.. written.Select(mistake => mistake.Formula!)])
            .Select(mutant => new PlannedMistake
            {
                Name = mutant.Name,
                Text = mutant.Text,
                Formula = Plan(Formula.Of(mutant.Root), shape),
            }.As(computation.RuleFor(mutant.Name, step.Name)))
            .ToLookup(mistake => mistake.IsOfRubric);
        return new StepMistakes([.. written.Where(mistake => mistake.Formula!.Shape == shape), .. mutants[true]], [.. mutants[false]]);
    }

    private PlannedFormula Plan(Formula formula, Shape shape)
    {
        var value = new FormulaEvaluator(Values).Evaluate(formula.Root);
        return new PlannedFormula(Folded(formula), shape, IsFinite(value) ? new Expectation(value) : null);
    }

    private Formula Folded(Formula formula) => Formula.Of(ExpressionTree.Fold(formula.Root, _shapes));

    private static bool IsFinite(Matrix<double> value) => value.Find(entry => !double.IsFinite(entry), Zeros.Include) is null;

    private Shape Check(string subject, Formula formula)
    {
        Subject = subject;
        return _checker.Check(formula.Root, _shapes).Shape;
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
