using AutoGrader.Core.Computations;
using AutoGrader.Core.Computations.Mutations;
using AutoGrader.Core.Formulas;

namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads what a rubric says of the slips that are known for every formula.</summary>
internal sealed class CatalogueMistakeReader(RubricErrorList errors)
{
    private readonly List<(CatalogueMistake Mistake, Place Place)> mistakes = [];
    private readonly HashSet<PlannedStep> paid = [];

    public IReadOnlyList<CatalogueMistake> Mistakes => [.. mistakes.Select(m => m.Mistake)];

    /// <summary>Whether an item is of the catalogue rather than a formula of the rubric's own.</summary>
    public static bool IsMeantBy(MappingReader fields) => fields.Optional("catalogue") is not null;

    /// <param name="fields">The keys of the item.</param>
    /// <param name="readPoints">Reads its points.</param>
    /// <param name="steps">The names of the steps.</param>
    public void Read(MappingReader fields, Func<YamlNode?, IReadOnlyDictionary<string, Points>> readPoints, IReadOnlyList<string> steps)
    {
        var name = fields.Text("catalogue",
            new("Name the slip, such as 'scaling_forgotten'.", "Nennen Sie den Fehler, etwa „scaling_forgotten“."));
        var step = fields.Optional("step") is { } node ? ValueReader.Text(node, "step", errors) : null;
        var text = fields.Optional("text") is { } sentence ? ValueReader.Localized(sentence, errors) : null;
        var points = readPoints(fields.Optional("points"));
        fields.Close();
        if (step is not null && !steps.Contains(step.Value, StringComparer.Ordinal))
            errors.Add(step.Place,
                new($"There is no step '{step.Value}'.", $"Den Schritt „{step.Value}“ gibt es nicht."),
                Spelling.Suggest(step.Value, steps));
        if (name is null)
            return;
        if (!MutationCatalogue.Names.Contains(name.Value, StringComparer.Ordinal))
            errors.Add(
                name.Place,
                new(
                    $"There is no slip '{name.Value}' in the catalogue.",
                    $"Den Fehler „{name.Value}“ gibt es im Katalog nicht."),
                Spelling.Suggest(name.Value, MutationCatalogue.Names));
        else if (mistakes.Any(m => m.Mistake.Name == name.Value && m.Mistake.Step == step?.Value))
            errors.Add(name.Place,
                new($"The slip '{name.Value}' is mentioned twice.", $"Der Fehler „{name.Value}“ wird zweimal genannt."),
                new("Remove one, or name different steps.", "Entfernen Sie einen, oder nennen Sie verschiedene Schritte."));
        else
            mistakes.Add((new CatalogueMistake(name.Value, step?.Value, text, points), name.Place));
    }

    /// <summary>Reports slips that no step can show: their points would never be given.</summary>
    public void CheckAgainst(Computation computation, WorkBudget budget)
    {
        if (mistakes.Count == 0)
            return;
        var plan = ComputationPlan.Of(computation);
        foreach (var (mistake, place) in mistakes)
        {
            var steps = plan.Steps.Where(s => mistake.Step is null || s.Name == mistake.Step).ToList();
            if (!Pay(steps, place, budget))
                return;
            if (MutationCatalogue.Solved.Contains(mistake.Name) || steps.Any(s => s.Mistakes.Any(m => m.Name == mistake.Name)))
                continue;
            var possible = steps.SelectMany(s => s.Mistakes.Concat(s.Slips)).Select(m => m.Name).Distinct()
                .Where(MutationCatalogue.Names.Contains).Concat(MutationCatalogue.Solved).ToList();
            errors.Add(
                place,
                new(
                    $"The slip '{mistake.Name}' cannot be told apart from the right way in {mistake.Step ?? "any step"}.",
                    $"Der Fehler „{mistake.Name}“ lässt sich in {mistake.Step ?? "keinem Schritt"} "
                        + $"{(mistake.Step is null ? "" : "nicht ")}vom richtigen Weg unterscheiden."),
                new(
                    $"Remove it. Possible here: {string.Join(", ", possible)}.",
                    $"Entfernen Sie ihn. Hier möglich: {string.Join(", ", possible)}."));
        }
    }

    // Finding the slips of a step takes its work once, however many rules are about it.
    private bool Pay(List<PlannedStep> steps, Place place, WorkBudget budget)
    {
        foreach (var step in steps.Where(paid.Add))
        {
            try
            {
                budget.Spend(step.MistakesWork, 1);
            }
            catch (FormulaException exceeded)
            {
                errors.Add(place, exceeded.Fault, exceeded.Remedy);
                return false;
            }
        }

        return true;
    }
}
