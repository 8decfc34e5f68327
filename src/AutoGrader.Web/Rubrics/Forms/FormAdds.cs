using AutoGrader.Core.Rubrics.Editing;

namespace AutoGrader.Web.Rubrics.Forms;

/// <summary>
/// Everything that buttons add to a rubric's text. What only a person can say is left empty or missing, so that its fault says what to do.
/// </summary>
internal static class FormAdds
{
    private const int Last = int.MaxValue;

    public static readonly FormAdd Question = new("add-question", new("Add question", "Frage hinzufügen"), (source, _) =>
    {
        var id = FormNames.FreeQuestion(new RubricText(source));
        return RubricEditor.Insert(source, "questions", Last,
        [
            $"id: \"{id}\"", "points: 1", "title: {en: New question, de: Neue Frage}", "text:", "  en: What is printed on the sheet.",
            "  de: Was auf dem Blatt steht.", "criteria:", .. Concept(id + "a").Select((line, i) => (i == 0 ? "  - " : "    ") + line),
        ]);
    });

    public static readonly IReadOnlyList<FormAdd> Criteria =
    [
        Criterion("add-criterion", "Free text", "Freitext", Concept),
        Criterion("add-matrix", "Matrix", "Matrix", id => Head(id, "matrix", "step:", "points-by-wrong-entries: [1, 0.5]")),
        Criterion("add-shapes", "Shapes", "Formen", id => Head(id, "shapes")),
        Criterion("add-complexity", "Order of growth", "Wachstumsordnung", id => Head(
            id, "complexity", "about: [replaceThisPhrase]", "orders:", "  - order: N", "    points: 1",
            "    text: {en: Linear., de: Linear.}")),
        Criterion("add-axis", "Axis of a sum", "Achse einer Summe", id => Head(id, "axis", "rows:", "columns:", "sums-over:")),
        Criterion("add-list", "List", "Aufzählung", id => Head(id, "list", "names: [replaceThisPhrase]")),
    ];

    public static readonly FormAdd Level = Item("add-level", "Add level", "Stufe hinzufügen", _ =>
        ["points: 0", "text: {en: Otherwise., de: Sonst.}", "says: [replaceThisPhrase]"]);

    public static readonly FormAdd Example = Item("add-example", "Add example", "Beispiel hinzufügen", _ => ["answer: \"…\"", "points: 0"]);

    public static readonly FormAdd Order = Item("add-order", "Add order", "Ordnung hinzufügen", _ =>
        ["order: N", "points: 0", "text: {en: Otherwise., de: Sonst.}"]);

    public static readonly FormAdd Step = Item("add-step", "Add step", "Schritt hinzufügen", text =>
        ["name: new_step", "formula: \"0\"", "title: {en: New step, de: Neuer Schritt}"]);

    public static readonly FormAdd Mistake = Item("add-mistake", "Add mistake with a formula", "Fehler mit Formel hinzufügen", _ =>
        ["name: new_mistake", "step: \"?\"", "formula: \"0\"", "text: {en: What was done wrongly., de: Was falsch gemacht wurde.}"]);

    public static readonly FormAdd Slip = Item("add-slip", "Add known mistake", "Bekannten Fehler hinzufügen", _ => ["catalogue: \"?\""]);

    public static readonly FormAdd Given = Entry("add-given", "Add matrix", "Matrix hinzufügen",
        (text, path) => FormNames.FreeMatrix(text, path[..path.LastIndexOf('/')]), "[[0, 0], [0, 0]]");

    public static readonly FormAdd Shape = Entry("add-shape", "Add shape", "Form hinzufügen", FormNames.FreeShape, "[rows, columns]");

    public static readonly FormAdd Row = Entry("add-row", "Add name of rows", "Namen von Zeilen hinzufügen", FormNames.FreeShape,
        "replaceThisPhrase");

    public static readonly FormAdd Points = Entry("add-points", "Set points of a criterion", "Punkte eines Kriteriums setzen",
        FormNames.FreeCriterion, "0");

    public static readonly FormAdd Computation = new("add-computation", new("Add computation", "Berechnung hinzufügen"), (source, path) =>
        RubricEditor.AddKey(source, path,
        [
            "given:", "  A: [[0, 0], [0, 0]]", "steps:", "  - name: result", "    formula: A", "    title: {en: Result, de: Ergebnis}",
        ]));

    public static readonly FormAdd Tolerance = new("split-tolerance",
        new("Set absolute, relative and digits each", "Absolut, relativ und Stellen einzeln festlegen"), (source, path) =>
        {
            var both = new RubricText(source).Get(path) ?? "0.005";
            return RubricEditor.Set(source, path, "") is { } without && RubricEditor.Set(without, $"{path}/absolute", both) is { } half
                ? RubricEditor.Set(half, $"{path}/relative", both) : null;
        });

    /// <summary>All of them by their names.</summary>
    public static IReadOnlyDictionary<string, FormAdd> ByName { get; } =
        new[] { Question, Level, Example, Order, Step, Mistake, Slip, Given, Shape, Row, Points, Computation, Tolerance }.Concat(Criteria)
            .ToDictionary(add => add.Name, StringComparer.Ordinal);

    private static FormAdd Criterion(string name, string english, string german, Func<string, IReadOnlyList<string>> lines) => new(
        name, new(english, german), (source, path) => RubricEditor.Insert(
            source, $"{path}/criteria", Last, lines(FormNames.NextCriterion(new RubricText(source), path))));

    private static FormAdd Item(string name, string english, string german, Func<RubricText, IReadOnlyList<string>> lines) => new(
        name, new(english, german), (source, path) => RubricEditor.Insert(source, path, Last, lines(new RubricText(source))));

    private static FormAdd Entry(
        string name, string english, string german, Func<RubricText, string, string> key, string value) => new(
        name, new(english, german), (source, path) => RubricEditor.Set(source, $"{path}/{key(new RubricText(source), path)}", value));

    private static IReadOnlyList<string> Concept(string id) => Head(
        id, "concept", "levels:", "  - points: 1", "    text: {en: Said., de: Gesagt.}", "    says:", "      - replaceThisPhrase");

    private static IReadOnlyList<string> Head(string id, string kind, params IReadOnlyList<string> more) =>
        [$"id: {id}", $"kind: {kind}", "points: 1", "text: {en: What earns the points., de: Was die Punkte bringt.}", .. more];
}
