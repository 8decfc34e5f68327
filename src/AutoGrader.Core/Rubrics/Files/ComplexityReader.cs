using AutoGrader.Core.Grading.Complexity;

namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads criteria of kind <c>complexity</c>.</summary>
internal sealed class ComplexityReader : ICriterionReader
{
    public string Kind => "complexity";

    public Criterion Read(CriterionHead head, MappingReader fields, QuestionScope scope) => new ComplexityCriterion
    {
        Id = head.Id,
        Maximum = head.Maximum,
        Text = head.Text,
        About = LevelReader.Phrases(fields.Items("about",
            new(
                "Name what the order is said of, such as 'attention*'.",
                "Nennen Sie, wovon die Ordnung ausgesagt wird, etwa „attention*“.")), fields.Errors),
        Orders = ReadOrders(fields.Items("orders",
            new(
                "Add at least one order: '- order: N^2' with its points and text.",
                "Fügen Sie mindestens eine Ordnung hinzu: „- order: N^2“ mit Punkten und Text.")), head,
            fields.Errors),
        Relations = ReadRelations(fields),
        Constants = Values(fields, "constants"),
        Levels = LevelReader.Read(fields.OptionalItems("levels"), head, fields.Errors),
    };

    private static List<GrowthLevel> ReadOrders(IReadOnlyList<YamlNode> items, CriterionHead head, RubricErrorList errors)
    {
        var orders = new List<GrowthLevel>();
        foreach (var node in items)
        {
            if (MappingReader.Open(node, new("an order of growth", "einer Wachstumsordnung"), errors) is not { } fields)
                continue;
            var order = fields.Text("order",
                new("Write it in the sheet's symbols, such as N*k^2.", "Schreiben Sie sie in den Zeichen des Blatts, etwa N*k^2."));
            if (order is not null && GrowthNotation.Order(order.Value) is null)
                errors.Add(order.Place,
                    new($"'{order.Value}' is no order of growth.", $"„{order.Value}“ ist keine Wachstumsordnung."),
                    new(
                        "Write a product of powers without O, such as N*k^2.",
                        "Schreiben Sie ein Produkt von Potenzen ohne O, etwa N*k^2."));
            var points = LevelReader.LevelPoints(fields, head, orders.Count == 0 ? null : orders[^1].Points);
            var text = fields.Localized("text");
            var unless = LevelReader.Phrases(fields.OptionalItems("full-points-if"), errors);
            fields.Close();
            orders.Add(new GrowthLevel(order?.Value ?? "", points ?? Points.Zero, text, unless));
        }
        return orders;
    }

    private static IReadOnlyList<string> ReadRelations(MappingReader fields)
    {
        var relations = ValueReader.Texts(fields.OptionalItems("relations"), new("'relations'", "„relations“"), fields.Errors);
        foreach (var relation in relations.Where(r => GrowthNotation.Relation(r.Value) is null))
            fields.Errors.Add(relation.Place,
                new($"'{relation.Value}' is no relation between sizes.", $"„{relation.Value}“ ist keine Beziehung zwischen Größen."),
                new(
                    "Write products of powers on both sides, such as N = H*W.",
                    "Schreiben Sie auf beide Seiten Produkte von Potenzen, etwa N = H*W."));
        return [.. relations.Select(r => r.Value)];
    }

    private static IReadOnlyList<string> Values(MappingReader fields, string key) =>
        [.. ValueReader.Texts(fields.OptionalItems(key), new($"'{key}'", $"„{key}“"), fields.Errors).Select(text => text.Value)];
}
