using AutoGrader.Core.Computations;
using AutoGrader.Core.Formulas;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Rubrics.Files;

/// <summary>
/// Reads the computation of a numeric question and has its formulas evaluated, so that a faulty one is known before anything is graded.
/// </summary>
internal sealed class ComputationReader
{
    private readonly Dictionary<string, YamlScalar> formulas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlScalar> names = new(StringComparer.Ordinal);
    private readonly List<(string Criterion, Place Place, Points Points)> mistakePoints = [];
    private readonly CatalogueMistakeReader catalogue;
    private readonly RubricErrorList errors;

    private ComputationReader(MappingReader fields, WorkBudget budget)
    {
        errors = fields.Errors;
        catalogue = new CatalogueMistakeReader(errors);
        var errorsBefore = errors.Count;
        Computation = new Computation
        {
            Given = ReadGiven(fields.Required("given", "Add the given matrices, such as 'Q: [[1, 0], [0, 1]]'.")),
            Steps = ReadSteps(fields.Items("steps", "Add at least one step with its name, formula and title.")),
            Tolerance = ToleranceReader.Read(fields, "tolerance"),
        };
        var mistakes = ReadMistakes(fields.OptionalItems("mistakes"));
        Computation = Computation with { Mistakes = mistakes, CatalogueMistakes = catalogue.Mistakes };
        fields.Close();
        if (errors.Count == errorsBefore)
            CheckFormulas(budget);
        if (errors.Count == errorsBefore && !budget.IsExceeded)
            catalogue.CheckAgainst(Computation, budget);
    }

    public Computation Computation { get; }

    /// <param name="node">The computation.</param>
    /// <param name="budget">Pays for it. Where others exceeded it, which one of them was told, its formulas are not looked at.</param>
    /// <param name="errors">Takes the faults.</param>
    public static ComputationReader? Read(YamlNode node, WorkBudget budget, RubricErrorList errors) =>
        MappingReader.Open(node, "a computation", errors) is { } fields ? new ComputationReader(fields, budget) : null;

    /// <summary>Checks the points that named mistakes give against the criteria, which are read later.</summary>
    public void CheckMistakePoints(IReadOnlyList<Criterion?> criteria, RubricErrorList errors)
    {
        if (criteria.Any(c => c is null))
            return;
        foreach (var (id, place, points) in mistakePoints)
        {
            var criterion = criteria.FirstOrDefault(c => c!.Id == id);
            if (criterion is null)
                errors.Add(place, $"There is no criterion '{id}' in this question.",
                    Spelling.Suggest(id, [.. criteria.Select(c => c!.Id)]));
            else if (points > criterion.Maximum)
                errors.Add(place, $"{points} points are above the {criterion.Maximum} points of criterion {id}.", "Lower them.");
        }
    }

    private void CheckFormulas(WorkBudget budget)
    {
        if (budget.IsExceeded)
            return;
        ComputationPlan.TryCreate(Computation, out var faults, budget);
        foreach (var fault in faults)
        {
            var formula = formulas.GetValueOrDefault(fault.Step);
            errors.Add(formula?.PlaceOf(fault.Column) ?? names[fault.Step].Place, $"{fault.Step}: {fault.Message}", fault.Remedy);
        }
    }

    private OrderedDictionary<string, Matrix<double>> ReadGiven(YamlNode? node)
    {
        var given = new OrderedDictionary<string, Matrix<double>>(StringComparer.Ordinal);
        if (node is null)
            return given;
        if (node is not YamlMap map)
        {
            errors.Add(node.Place, "The given matrices are expected here, by name.", "Write them as 'Q: [[1, 0], [0, 1]]'.");
            return given;
        }
        foreach (var (key, value) in map.Entries)
        {
            Declare(key);
            if (MatrixLiteral.Read(value, key.Value, errors) is { } matrix)
                given[key.Value] = matrix;
        }
        return given;
    }

    private List<ComputationStep> ReadSteps(IReadOnlyList<YamlNode> items)
    {
        var steps = new List<ComputationStep>();
        foreach (var node in items)
        {
            if (MappingReader.Open(node, "a step", errors) is not { } fields)
                continue;
            var name = fields.Text("name", "Name the step as other formulas call it, such as 'scores'.");
            var formula = fields.Text("formula", "Write the formula, such as 'scores / sqrt(columns(K))'.");
            var title = fields.Localized("title");
            var written = ValueReader.Texts(fields.OptionalItems("written"), "a left-hand side", errors);
            fields.Close();
            Declare(name, formula);
            steps.Add(new ComputationStep(name?.Value ?? "", formula?.Value ?? "", title, [.. written.Select(w => w.Value)]));
        }
        return steps;
    }

    private List<NamedMistake> ReadMistakes(IReadOnlyList<YamlNode> items)
    {
        var mistakes = new List<NamedMistake>();
        IReadOnlyList<string> steps = [.. Computation.Steps.Select(s => s.Name)];
        foreach (var node in items)
        {
            if (MappingReader.Open(node, "a named mistake", errors) is not { } fields)
                continue;
            if (CatalogueMistakeReader.IsMeantBy(fields))
            {
                catalogue.Read(fields, ReadMistakePoints, steps);
                continue;
            }

            var name = fields.Text("name", "Give the mistake a short name, such as 'unscaled'.");
            var step = fields.Text("step", "Name the step that is computed wrongly.");
            var formula = fields.Text("formula", "Write the wrong formula.");
            var text = fields.Localized("text");
            var points = ReadMistakePoints(fields.Optional("points"));
            fields.Close();
            Declare(name, formula);
            if (step is not null && !steps.Contains(step.Value, StringComparer.Ordinal))
                errors.Add(step.Place, $"There is no step '{step.Value}'.", Spelling.Suggest(step.Value, steps));
            mistakes.Add(new NamedMistake(name?.Value ?? "", step?.Value ?? "", formula?.Value ?? "", text, points));
        }
        return mistakes;
    }

    private Dictionary<string, Points> ReadMistakePoints(YamlNode? node)
    {
        var points = new Dictionary<string, Points>(StringComparer.Ordinal);
        if (node is null)
            return points;
        if (node is not YamlMap map)
        {
            errors.Add(node.Place, "The points by criterion are expected here.", "Write them as 'points: {3.4b: 0}'.");
            return points;
        }
        foreach (var (key, value) in map.Entries)
        {
            if (ValueReader.Points(value, errors) is not { } earned)
                continue;
            points[key.Value] = earned;
            mistakePoints.Add((key.Value, key.Place, earned));
        }
        return points;
    }

    private void Declare(YamlScalar? name, YamlScalar? formula = null)
    {
        if (name is null)
            return;
        if (!char.IsAsciiLetter(name.Value[0]) || !name.Value.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            errors.Add(name.Place, $"'{name.Value}' is no name that a formula can use.",
                "Begin with a letter and go on with letters, digits and underscores.");
        if (!names.TryAdd(name.Value, name))
            errors.Add(name.Place, $"The name '{name.Value}' is already used in line {names[name.Value].Place.Line}.",
                "Choose another: matrices, steps and mistakes share their names.");
        else if (formula is not null)
            formulas[name.Value] = formula;
    }
}
