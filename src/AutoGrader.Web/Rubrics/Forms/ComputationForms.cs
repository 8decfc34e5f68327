using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Rubrics.Editing;
using static AutoGrader.Web.Rubrics.Forms.DraftFieldKind;

namespace AutoGrader.Web.Rubrics.Forms;

/// <summary>The form of a computation: given matrices, steps, mistakes, tolerance.</summary>
internal static class ComputationForms
{
    private static readonly EntriesPart MistakePoints = new(
        "points", new("Points", "Punkte"), new("Criterion", "Kriterium"), new ValuePart("", new("Points for", "Punkte für"), Number),
        FormAdds.Points)
    {
        Suggest = FormNames.Criteria,
    };

    private static IReadOnlyList<FormPart> Step { get; } =
    [
        new ValuePart("name", new("Name", "Name")),
        new ValuePart("formula", new("Formula", "Formel")),
        new BothPart("title", new("Title", "Titel")),
        new ValuePart("written", new("What students write for it", "Was Studierende dafür schreiben"), Lines)
        {
            Hint = new("One on each line, such as QK^T.", "Je eine Zeile, etwa QK^T."),
        },
    ];

    private static IReadOnlyList<FormPart> Mistake { get; } =
    [
        new ValuePart("name", new("Name", "Name")),
        new ValuePart("step", new("Step", "Schritt")) { Suggest = FormNames.Steps },
        new ValuePart("formula", new("Wrong formula", "Falsche Formel")),
        new BothPart("text", new("What the student is told", "Was Studierende erfahren"), Text),
        MistakePoints,
    ];

    private static IReadOnlyList<FormPart> Slip { get; } =
    [
        new ValuePart("catalogue", new("Mistake", "Fehler")) { Suggest = (_, _) => CatalogueMistake.Names },
        new ValuePart("step", new("Step; empty for every step", "Schritt; leer für jeden")) { Suggest = FormNames.Steps },
        new BothPart(
            "text", new("What the student is told, in place of the usual", "Was Studierende erfahren, anstelle des Üblichen"), Text),
        MistakePoints,
    ];

    /// <summary>The keys of a computation.</summary>
    public static IReadOnlyList<FormPart> Computation { get; } =
    [
        new EntriesPart("given", new("Given", "Gegeben"), new("Given matrix", "Gegebene Matrix"),
            new ValuePart("", new("Entries of", "Einträge von"), Matrix), FormAdds.Given),
        new TolerancePart("tolerance", new("Tolerance", "Toleranz"), Tolerance, FormAdds.Tolerance),
        new ItemsPart("steps", new("Step", "Schritt"), (_, _) => Step, FormAdds.Step),
        new ItemsPart("mistakes", new("Known mistake", "Bekannter Fehler"),
            (text, item) => text.Has($"{item}/catalogue") ? Slip : Mistake, FormAdds.Slip, FormAdds.Mistake),
    ];

    private static IReadOnlyList<FormPart> Tolerance(RubricText text, string at) => text.IsMapping($"{at}/tolerance")
        ?
        [
            new ValuePart("tolerance/absolute", new("Tolerance, absolute", "Toleranz, absolut"), Number),
            new ValuePart("tolerance/relative", new("Tolerance, share of the number", "Toleranz, Anteil an der Zahl"), Number),
            new ValuePart("tolerance/significant-digits", new("Significant digits that suffice", "Gültige Stellen, die genügen"), Number),
        ]
        : [new ValuePart("tolerance", new("Tolerance, absolute and relative (0.005)", "Toleranz, absolut und relativ (0,005)"), Number)];
}
