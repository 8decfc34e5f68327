using AutoGrader.Core.Computations.Mutations;
using AutoGrader.Core.Formulas;
using AutoGrader.Core.Rubrics;
using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Computations;

/// <summary>
/// Makes a <see cref="ComputationPlan"/>: names, formulas, order, shapes, values, in this order. A fault in a step leaves nothing to go on
/// with; a mistake with one is set aside, so that the others are found as well.
/// </summary>
/// <param name="computation">The computation.</param>
/// <param name="budget">Pays for it; <c>null</c> where it was read before.</param>
internal sealed class PlanBuilder(Computation computation, WorkBudget? budget = null)
{
    /// <summary>Largest number of steps and of mistakes; sheets have a handful.</summary>
    public const int MaximumFormulas = 200;

    private readonly FormulaChecker _checker = new(budget);
    private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);
    private readonly List<FormulaFault> _faults = [];

    // What is being worked on: a given matrix, a step or a mistake.
    private string _subject = "";

    public List<PlannedStep> Steps { get; } = [];

    public Dictionary<string, Matrix<double>> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The faults of mistakes, and the first of the steps. With one of them the rest means nothing.</summary>
    public IReadOnlyList<FormulaFault> Faults => _faults;

    /// <summary>What the formulas take, in multiplications.</summary>
    public long Work => _checker.Work;

    public void Build()
    {
        try
        {
            BuildOrThrow();
        }
        catch (FormulaException fault)
        {
            Note(fault);
        }
    }

    private void BuildOrThrow()
    {
        foreach (var (name, matrix) in computation.Given)
            AddGiven(name, matrix);
        RequireDistinctNames();
        RequireFewFormulas();
        var formulas = computation.Steps.Select(step => Parse(step.Name, step.Formula)).ToList();
        var mistakes = ParseMistakes();
        var order = Order(formulas, mistakes);
        var bySteps = mistakes.ToLookup(written => written.Mistake.Step, StringComparer.Ordinal);
        foreach (var position in order)
            AddStep(computation.Steps[position], formulas[position], bySteps[computation.Steps[position].Name]);
    }

    private void Note(FormulaException fault) => _faults.Add(new FormulaFault(_subject, fault.Column, fault.Fault, fault.Remedy));

    /// <summary>Makes something of a mistake; <c>null</c> where it has a fault, which is noted.</summary>
    private T? OfMistake<T>(Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (FormulaException fault) when (budget is not { IsExceeded: true })
        {
            Note(fault);
            return null;
        }
    }

    private void AddGiven(string name, Matrix<double> matrix)
    {
        _subject = name;
        RequireFinite(matrix, 1);
        (_shapes[name], Values[name]) = (Shape.Of(matrix), matrix);
    }

    private void RequireDistinctNames()
    {
        var names = new HashSet<string>(computation.Given.Keys, StringComparer.Ordinal);
        foreach (var step in computation.Steps)
        {
            _subject = step.Name;
            if (!names.Add(step.Name))
                throw new FormulaException(
                    1,
                    new($"The name {step.Name} is used twice.", $"Der Name {step.Name} wird zweimal verwendet."),
                    new(
                        "Give every given matrix and every step its own name.",
                        "Geben Sie jeder gegebenen Matrix und jedem Schritt einen eigenen Namen."));
        }
    }

    private void RequireFewFormulas()
    {
        if (computation.Steps.Count <= MaximumFormulas && computation.Mistakes.Count <= MaximumFormulas)
            return;
        _subject = computation.Steps.Count > MaximumFormulas
            ? computation.Steps[MaximumFormulas].Name
            : computation.Mistakes[MaximumFormulas].Name;
        throw new FormulaException(
            1,
            new(
                $"A computation may have {MaximumFormulas} steps and {MaximumFormulas} mistakes at most.",
                $"Eine Rechnung darf höchstens {MaximumFormulas} Schritte und {MaximumFormulas} Fehler haben."),
            new("Leave out the others.", "Lassen Sie die übrigen weg."));
    }

    private Formula Parse(string subject, string source)
    {
        _subject = subject;
        return Formula.Parse(source);
    }

    private List<WrittenMistake> ParseMistakes() =>
        [.. computation.Mistakes.Select(mistake => OfMistake(() => ParseMistake(mistake))).OfType<WrittenMistake>()];

    private WrittenMistake ParseMistake(NamedMistake mistake)
    {
        var formula = Parse(mistake.Name, mistake.Formula);
        return computation.Steps.Any(step => step.Name == mistake.Step)
            ? new WrittenMistake(mistake, formula)
            : throw new FormulaException(
                1,
                new($"There is no step {mistake.Step}.", $"Den Schritt {mistake.Step} gibt es nicht."),
                new(
                    $"Name one of: {string.Join(", ", computation.Steps.Select(s => s.Name))}.",
                    $"Nennen Sie einen von: {string.Join(", ", computation.Steps.Select(s => s.Name))}."));
    }

    /// <summary>The positions of the steps in the order of computation. Takes mistakes out that use what is not there yet.</summary>
    private IReadOnlyList<int> Order(List<Formula> formulas, List<WrittenMistake> mistakes)
    {
        var known = computation.Given.Keys.Concat(computation.Steps.Select(step => step.Name)).ToHashSet(StringComparer.Ordinal);
        var ofSteps = computation.Steps.Zip(formulas).SelectMany(s => Uses(s.First.Name, s.First.Name, s.Second)).ToList();
        foreach (var use in ofSteps)
            RequireKnown(use, known);
        mistakes.RemoveAll(mistake => OfMistake(() => RequireKnown(mistake, known)) is null);
        string[] steps = [.. computation.Steps.Select(step => step.Name)];
        while (true)
        {
            var uses = ofSteps.Concat(mistakes.SelectMany(UsesOf)).ToList();
            budget?.Spend((long)uses.Count * steps.Length, 1);
            var order = StepOrder.Sort(steps, uses.ToLookup(use => use.Step, StringComparer.Ordinal), out var circle);
            if (circle is null)
                return order;
            // A mistake that is in the circle is blamed, for without it there may be none; else the use that closes it.
            var culprit = circle.LastOrDefault(use => use.Subject != use.Step) ?? circle[^1];
            _subject = culprit.Subject;
            var fault = CircleFault(culprit, circle);
            if (mistakes.RemoveAll(mistake => mistake.Mistake.Name == culprit.Subject) == 0)
                throw fault;
            Note(fault);
        }
    }

    private static IEnumerable<StepUse> Uses(string step, string subject, Formula formula) =>
        formula.Names.Select(name => new StepUse(step, subject, name));

    private static IEnumerable<StepUse> UsesOf(WrittenMistake written) =>
        Uses(written.Mistake.Step, written.Mistake.Name, written.Formula);

    private WrittenMistake RequireKnown(WrittenMistake written, HashSet<string> known)
    {
        foreach (var use in UsesOf(written))
            RequireKnown(use, known);
        return written;
    }

    private void RequireKnown(StepUse use, HashSet<string> known)
    {
        _subject = use.Subject;
        if (!known.Contains(use.Name.Name))
            throw FormulaChecker.Unknown(use.Name, known);
    }

    private static FormulaException CircleFault(StepUse culprit, IReadOnlyList<StepUse> circle)
    {
        var members = string.Join(" → ", circle.Select(use => use.Step).Append(circle[0].Step));
        return new FormulaException(
            culprit.Name.Column,
            circle.Count == 1
                ? new($"The step {culprit.Step} uses itself.", $"Der Schritt {culprit.Step} verwendet sich selbst.")
                : new($"These steps need each other in a circle: {members}.", $"Diese Schritte brauchen einander im Kreis: {members}."),
            new(
                "A formula may use given matrices and steps that do not need its own step in turn.",
                "Eine Formel darf gegebene Matrizen verwenden und Schritte, die nicht ihrerseits ihren Schritt brauchen."));
    }

    private void AddStep(ComputationStep step, Formula formula, IEnumerable<WrittenMistake> mistakes)
    {
        var shape = Check(step.Name, formula);
        var planned = mistakes.Select(m => OfMistake(() => Planned(m))).OfType<PlannedMistake>().ToList();
        _subject = step.Name;
        var value = new FormulaEvaluator(Values).Evaluate(formula.Root);
        RequireFinite(value, formula.Root.Column);
        var isLast = Steps.Count == computation.Steps.Count - 1;
        var plannedFormula = new PlannedFormula(Folded(formula), shape, new Expectation(value));
        Steps.Add(new PlannedStep(step, plannedFormula, () => MistakesOf(step, formula, shape, planned, isLast)));
        (_shapes[step.Name], Values[step.Name]) = (shape, value);
    }

    private PlannedMistake Planned(WrittenMistake written) =>
        PlannedMistake.Of(written.Mistake, Plan(written.Formula, Check(written.Mistake.Name, written.Formula)));

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
        return new StepMistakes(
            [.. written.Where(mistake => mistake.Formula!.Shape == shape), .. mutants[true]], [.. mutants[false]], scope.Work);
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
        _subject = subject;
        return _checker.Check(formula.Root, _shapes).Shape;
    }

    private static void RequireFinite(Matrix<double> matrix, int column)
    {
        if (matrix.Find(entry => !double.IsFinite(entry), Zeros.Include) is { } found)
        {
            throw new FormulaException(
                column,
                new(
                    $"The entry in row {found.Item1 + 1}, column {found.Item2 + 1} is not a finite number.",
                    $"Der Eintrag in Zeile {found.Item1 + 1}, Spalte {found.Item2 + 1} ist keine endliche Zahl."),
                new(
                    "Check for a division by zero, a root of a negative number or an overflow.",
                    "Suchen Sie nach einer Division durch null, der Wurzel einer negativen Zahl oder einem Überlauf."));
        }
    }

    private sealed record WrittenMistake(NamedMistake Mistake, Formula Formula);
}
