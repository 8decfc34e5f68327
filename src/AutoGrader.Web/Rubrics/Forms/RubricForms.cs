using AutoGrader.Core;
using AutoGrader.Core.Rubrics.Editing;
using static AutoGrader.Web.Rubrics.Forms.DraftFieldKind;

namespace AutoGrader.Web.Rubrics.Forms;

/// <summary>
/// What a rubric can say, as forms: every key that its readers accept has a field, or is added and removed by buttons. A test compares
/// them.
/// </summary>
internal static class RubricForms
{
    private static readonly LocalizedText OneEach = new("One on each line.", "Je eine Zeile.");

    private static readonly ValuePart Disclosure = new("disclosure", new("Students are told", "Studierende erfahren"))
    {
        Choices =
        [
            ("", new("as above, or everything", "wie darüber, oder alles")), ("full", new("everything", "alles")),
            ("hint", new("a hint and where", "einen Hinweis und wo")), ("verdict", new("points and where", "Punkte und wo")),
        ],
    };

    private static readonly ValuePart Points = new("points", new("Points", "Punkte"), Number);

    /// <summary>The sheet.</summary>
    public static IReadOnlyList<FormPart> Sheet { get; } =
    [
        new ValuePart("id", new("Id", "Kennung")),
        new BothPart("title", new("Title", "Titel")),
        new BothPart("course", new("Course", "Kurs")),
        new ValuePart("points", new("Points of the sheet", "Punkte des Blatts"), Number),
        new ValuePart("due", new("Due", "Frist")) { Hint = new("Such as 2026-06-08 23:59.", "Etwa 2026-06-08 23:59.") },
        new ValuePart("review-below",
            new("A person decides below a confidence of", "Ein Mensch entscheidet unter einer Sicherheit von"), Number),
        Disclosure,
        new SectionPart("hand-in", new("Hand-in rules", "Abgaberegeln"), (_, _) =>
        [
            Flag("zip-name", "The ZIP is named Surname-Number.zip", "Die ZIP-Datei heißt Nachname-Nummer.zip"),
            Flag("pdf-name", "The PDF's name contains the same", "Der Name der PDF-Datei enthält dasselbe"),
            Flag("compare-identity", "Another surname than Moodle's is looked at", "Ein anderer Nachname als in Moodle wird geprüft"),
            new ValuePart("minimum-digits", new("Least digits of a number (5)", "Mindestens Stellen einer Nummer (5)"), Number),
            new ValuePart("maximum-digits", new("Most digits of a number (10)", "Höchstens Stellen einer Nummer (10)"), Number),
        ]),
    ];

    /// <summary>A question.</summary>
    public static IReadOnlyList<FormPart> Question { get; } =
    [
        new ValuePart("id", new("Number", "Nummer")),
        Points,
        new BothPart("title", new("Title", "Titel")),
        new BothPart("text", new("As printed on the sheet", "Wie auf dem Blatt"), Text),
        new ValuePart("solution", new("Worked solution", "Musterlösung"), Text),
        Disclosure,
        new SectionPart("computation", new("Computation", "Berechnung"), (_, _) => ComputationForms.Computation, FormAdds.Computation),
        new SectionPart("", new("Shapes", "Formen"), (_, _) =>
        [
            new EntriesPart("shapes", new("Shapes", "Formen"), new("Matrix", "Matrix"),
                new ValuePart("", new("Rows, columns of", "Zeilen, Spalten von"), Words), FormAdds.Shape),
            new EntriesPart("rows-are", new("Rows are", "Zeilen sind"), new("Matrix", "Matrix"),
                new ValuePart("", new("A row is called, in", "Eine Zeile heißt, in")), FormAdds.Row) { Suggest = FormNames.Shapes },
            new ValuePart("shapes-from", new("Builds on the shapes of question", "Baut auf den Formen dieser Frage auf"))
            {
                Suggest = FormNames.WithShapes,
            },
        ]),
        new SectionPart("", new("List that is asked for", "Aufzählung, nach der gefragt ist"), (_, _) =>
        [
            new ValuePart("items-asked", new("How many items", "Wie viele Punkte der Liste"), Number),
            new ValuePart("other-items", new("What earns nothing, but counts as an item", "Was nichts bringt, aber mitzählt"), Lines)
            {
                Hint = OneEach,
            },
        ]),
    ];

    /// <summary>A criterion: what all kinds have, what its kind has, and what stands there of other kinds, to be removed.</summary>
    public static IReadOnlyList<FormPart> Criterion(RubricText text, string at)
    {
        var kind = text.Get($"{at}/kind") ?? "";
        return
        [
            new ValuePart("id", new("Id", "Kennung")),
            new ValuePart("kind", new("Kind", "Art")) { Choices = CriterionForms.Choices(kind) },
            Points,
            new BothPart("text", new("What earns the points", "Was die Punkte bringt"), Text),
            Disclosure,
            new BothPart("hint", new("Hint", "Hinweis"), Text),
            .. CriterionForms.Parts.Where(p => p.Kinds.Contains(kind) || text.Has($"{at}/{p.Part.Key}")).Select(p => p.Part),
        ];
    }

    /// <summary>A yes or no with what it is where nothing stands.</summary>
    public static ValuePart Flag(string key, string english, string german) => new(key, new(english, german))
    {
        Choices = [("", new("yes, as usual", "ja, wie üblich")), ("true", new("yes", "ja")), ("false", new("no", "nein"))],
    };
}
