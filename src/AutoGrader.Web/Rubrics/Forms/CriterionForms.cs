using AutoGrader.Core;
using static AutoGrader.Web.Rubrics.Forms.DraftFieldKind;

namespace AutoGrader.Web.Rubrics.Forms;

/// <summary>The form of a criterion: what the kinds have.</summary>
internal static class CriterionForms
{
    private static readonly LocalizedText OneEach = new("One on each line.", "Je eine Zeile.");

    private static readonly (string Value, LocalizedText Label)[] Kinds =
    [
        ("concept", new("free text", "Freitext")), ("matrix", new("matrix", "Matrix")), ("shapes", new("shapes", "Formen")),
        ("complexity", new("order of growth", "Wachstumsordnung")), ("axis", new("axis of a sum", "Achse einer Summe")),
        ("list", new("list", "Aufzählung")),
    ];

    private static IReadOnlyList<FormPart> Level { get; } =
    [
        new ValuePart("points", new("Points", "Punkte"), Number),
        new BothPart("text", new("Meaning", "Bedeutung"), Text),
        new ValuePart("says", new("Ways to say it", "Formulierungen"), Lines) { Hint = OneEach },
    ];

    private static IReadOnlyList<FormPart> Order { get; } =
    [
        new ValuePart("order", new("Order", "Ordnung")) { Hint = new("Without O, such as N*k^2.", "Ohne O, etwa N*k^2.") },
        new ValuePart("points", new("Points", "Punkte"), Number),
        new BothPart("text", new("Meaning", "Bedeutung"), Text),
        new ValuePart("full-points-if", new("Full points if it is also said", "Volle Punkte, wenn auch gesagt wird"), Lines)
        {
            Hint = OneEach,
        },
    ];

    private static IReadOnlyList<FormPart> Example { get; } =
    [
        new ValuePart("answer", new("Answer", "Antwort"), Text),
        new ValuePart("points", new("Points", "Punkte"), Number),
    ];

    /// <summary>The keys of all kinds, each with the kinds that have it.</summary>
    public static IReadOnlyList<(FormPart Part, IReadOnlyList<string> Kinds)> Parts { get; } =
    [
        (new ValuePart("step", new("Step that is judged", "Schritt, der bewertet wird")) { Suggest = FormNames.Steps }, ["matrix"]),
        (new ValuePart("points-by-wrong-entries",
            new("Points for no wrong entry, for one, and so on", "Punkte für keinen falschen Eintrag, für einen und so weiter"), Numbers),
            ["matrix"]),
        (RubricForms.Flag("implied-by-later-steps", "Not shown, it counts where a later step is right",
            "Nicht gezeigt, zählt er, wo ein späterer Schritt stimmt"), ["matrix"]),
        (new ValuePart("shared", new("Size that the shapes share", "Größe, die die Formen gemeinsam haben")) { Suggest = FormNames.Sizes },
            ["shapes"]),
        (new ValuePart("all-equal",
            new("Points where all matrices get the same shape", "Punkte, wo alle Matrizen dieselbe Form bekommen"), Number),
            ["shapes"]),
        (new ValuePart("rows", new("Rows belong to", "Zeilen gehören zu")) { Suggest = FormNames.Shapes }, ["axis"]),
        (new ValuePart("columns", new("Columns belong to", "Spalten gehören zu")) { Suggest = FormNames.Shapes }, ["axis"]),
        (new ValuePart("sums-over", new("The sum runs over", "Die Summe läuft über")) { Suggest = FormNames.Shapes }, ["axis"]),
        (new ValuePart("instead", new("What is said instead, and wrong", "Was stattdessen gesagt wird und falsch ist"), Lines)
            { Hint = OneEach }, ["axis"]),
        (new ValuePart("size", new("A size that may be listed", "Eine Größe, die genannt werden kann")) { Suggest = FormNames.Sizes },
            ["list"]),
        (new ValuePart("names", new("What may be listed", "Was genannt werden kann"), Lines) { Hint = OneEach }, ["list"]),
        (new ValuePart("about", new("What it is said of", "Wovon es gesagt wird"), Lines) { Hint = OneEach }, ["concept", "complexity"]),
        (new ValuePart("requires", new("Without these words it is not said", "Ohne diese Wörter ist es nicht gesagt"), Lines)
            { Hint = OneEach }, ["concept"]),
        (new ValuePart("contradicts", new("Against it", "Dagegen"), Lines) { Hint = OneEach }, ["concept", "shapes"]),
        (new ValuePart("relations", new("Relations between sizes", "Beziehungen zwischen Größen"), Lines)
            { Hint = new("One on each line, such as N = H*W.", "Je eine Zeile, etwa N = H*W.") }, ["complexity"]),
        (new ValuePart("constants", new("Sizes that do not grow", "Größen, die nicht wachsen"), Words)
            { Hint = new("With commas between.", "Mit Kommas dazwischen.") }, ["complexity"]),
        (new ItemsPart("orders", new("Order of growth", "Wachstumsordnung"), (_, _) => Order, FormAdds.Order), ["complexity"]),
        (new ItemsPart("levels", new("Level", "Stufe"), (_, _) => Level, FormAdds.Level), ["concept", "shapes", "complexity"]),
        (new ItemsPart("examples", new("Example", "Beispiel"), (_, _) => Example, FormAdds.Example), ["concept"]),
    ];

    /// <summary>The kinds to choose from, and what else stands there.</summary>
    public static IReadOnlyList<(string Value, LocalizedText Label)> Choices(string kind) =>
        Kinds.Any(k => k.Value == kind) ? Kinds : [(kind, new(kind, kind)), .. Kinds];
}
