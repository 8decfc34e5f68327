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
            Given = ReadGiven(fields.Required("given",
                new(
                    "Add the given matrices, such as 'Q: [[1, 0], [0, 1]]'.",
                    "Fügen Sie die gegebenen Matrizen hinzu, etwa „Q: [[1, 0], [0, 1]]“."))),
            Steps = ReadSteps(fields.Items("steps",
                new(
                    "Add at least one step with its name, formula and title.",
                    "Fügen Sie mindestens einen Schritt mit Name, Formel und Titel hinzu."))),
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
        MappingReader.Open(node, new("a computation", "einer Rechnung"), errors) is { } fields
            ? new ComputationReader(fields, budget)
            : null;

    /// <summary>Checks the points that named mistakes give against the criteria, which are read later.</summary>
    public void CheckMistakePoints(IReadOnlyList<Criterion?> criteria, RubricErrorList errors)
    {
        if (criteria.Any(c => c is null))
            return;
        foreach (var (id, place, points) in mistakePoints)
        {
            var criterion = criteria.FirstOrDefault(c => c!.Id == id);
            if (criterion is null)
                errors.Add(place,
                    new($"There is no criterion '{id}' in this question.", $"Das Kriterium „{id}“ gibt es in dieser Frage nicht."),
                    Spelling.Suggest(id, [.. criteria.Select(c => c!.Id)]));
            else if (points > criterion.Maximum)
                errors.Add(place,
                    ValueReader.AboveMaximum(points, criterion.Maximum, id),
                    new("Lower them.", "Senken Sie sie."));
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
            errors.Add(formula?.PlaceOf(fault.Column) ?? names[fault.Step].Place, After(fault.Step, fault.Message), fault.Remedy);
        }
    }

    private static LocalizedText After(string step, LocalizedText message) =>
        new($"{step}: {message.English}", $"{step}: {message.German}");

    private OrderedDictionary<string, Matrix<double>> ReadGiven(YamlNode? node)
    {
        var given = new OrderedDictionary<string, Matrix<double>>(StringComparer.Ordinal);
        if (node is null)
            return given;
        if (node is not YamlMap map)
        {
            errors.Add(node.Place,
                new("The given matrices are expected here, by name.", "Hier werden die gegebenen Matrizen mit ihren Namen erwartet."),
                new("Write them as 'Q: [[1, 0], [0, 1]]'.", "Schreiben Sie sie als „Q: [[1, 0], [0, 1]]“."));
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
            if (MappingReader.Open(node, new("a step", "einem Schritt"), errors) is not { } fields)
                continue;
            var name = fields.Text("name",
                new(
                    "Name the step as other formulas call it, such as 'scores'.",
                    "Nennen Sie den Schritt so, wie ihn andere Formeln nennen, etwa „scores“."));
            var formula = fields.Text("formula",
                new(
                    "Write the formula, such as 'scores / sqrt(columns(K))'.",
                    "Schreiben Sie die Formel, etwa „scores / sqrt(columns(K))“."));
            var title = fields.Localized("title");
            var written = ValueReader.Texts(fields.OptionalItems("written"), new("a left-hand side", "linke Seite"), errors);
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
            if (MappingReader.Open(node, new("a named mistake", "einem benannten Fehler"), errors) is not { } fields)
                continue;
            if (CatalogueMistakeReader.IsMeantBy(fields))
            {
                catalogue.Read(fields, ReadMistakePoints, steps);
                continue;
            }

            var name = fields.Text("name",
                new("Give the mistake a short name, such as 'unscaled'.", "Geben Sie dem Fehler einen kurzen Namen, etwa „unscaled“."));
            var step = fields.Text("step",
                new("Name the step that is computed wrongly.", "Nennen Sie den Schritt, der falsch berechnet wird."));
            var formula = fields.Text("formula", new("Write the wrong formula.", "Schreiben Sie die falsche Formel."));
            var text = fields.Localized("text");
            var points = ReadMistakePoints(fields.Optional("points"));
            fields.Close();
            Declare(name, formula);
            if (step is not null && !steps.Contains(step.Value, StringComparer.Ordinal))
                errors.Add(step.Place,
                    new($"There is no step '{step.Value}'.", $"Den Schritt „{step.Value}“ gibt es nicht."),
                    Spelling.Suggest(step.Value, steps));
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
            errors.Add(node.Place,
                new("The points by criterion are expected here.", "Hier werden die Punkte je Kriterium erwartet."),
                new("Write them as 'points: {3.4b: 0}'.", "Schreiben Sie sie als „points: {3.4b: 0}“."));
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
            errors.Add(name.Place,
                new(
                    $"'{name.Value}' is no name that a formula can use.",
                    $"„{name.Value}“ ist kein Name, den eine Formel verwenden kann."),
                new(
                    "Begin with a letter and go on with letters, digits and underscores.",
                    "Beginnen Sie mit einem Buchstaben, danach Buchstaben, Ziffern und Unterstriche."));
        if (!names.TryAdd(name.Value, name))
            errors.Add(name.Place,
                new(
                    $"The name '{name.Value}' is already used in line {names[name.Value].Place.Line}.",
                    $"Der Name „{name.Value}“ wird schon in Zeile {names[name.Value].Place.Line} verwendet."),
                new(
                    "Choose another: matrices, steps and mistakes share their names.",
                    "Wählen Sie einen anderen: Matrizen, Schritte und Fehler teilen sich die Namen."));
        else if (formula is not null)
            formulas[name.Value] = formula;
    }
}
