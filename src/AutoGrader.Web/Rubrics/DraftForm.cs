using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics.Editing;

namespace AutoGrader.Web.Rubrics;

/// <summary>
/// The form of one part of a rubric: the sheet, a question or a criterion. It is made of the text, and what is typed into it becomes a
/// change of the text, which stays the one document.
/// </summary>
/// <param name="At">The path of the part; empty for the sheet.</param>
/// <param name="Groups">The fields, in groups that can be removed or moved as a whole.</param>
internal sealed record DraftForm(string At, IReadOnlyList<DraftFieldGroup> Groups)
{
    /// <summary>Whether the part is a criterion.</summary>
    public bool IsCriterion => At.Contains("/criteria/", StringComparison.Ordinal);

    /// <summary>Whether the part is the sheet itself.</summary>
    public bool IsSheet => At.Length == 0;

    /// <summary>The form of a part; <c>null</c> where there is no such part.</summary>
    public static DraftForm? Of(string source, string? at)
    {
        at ??= "";
        var text = new RubricText(source);
        if (at.Length > 0 && text.Get($"{at}/id") is null && text.Get($"{at}/points") is null)
            return null;
        var fields = new DraftFieldReader(text);
        var form = new DraftForm(at, []);
        return form with { Groups = form.IsSheet ? fields.Sheet() : form.IsCriterion ? fields.Criterion(at) : fields.Question(at) };
    }
}

/// <summary>Fields that belong together.</summary>
/// <param name="Path">The item that they describe, which can be removed or moved; <c>null</c> for the part itself.</param>
/// <param name="Title">A heading; <c>null</c> for none.</param>
/// <param name="Fields">The fields.</param>
internal sealed record DraftFieldGroup(string? Path, LocalizedText? Title, IReadOnlyList<DraftField> Fields);

/// <summary>Reads fields out of a rubric's text.</summary>
internal sealed class DraftFieldReader(RubricText text)
{
    private const int MostItems = 100;

    public IReadOnlyList<DraftFieldGroup> Sheet() =>
    [
        new(null, null,
        [
            Line("id", new("Id", "Kennung")),
            .. Both("title", new("Title", "Titel"), DraftFieldKind.Line),
            .. Both("course", new("Course", "Kurs"), DraftFieldKind.Line),
            Line("points", new("Points of the sheet", "Punkte des Blatts")),
            Line("due", new("Due (2026-06-08 23:59)", "Frist (2026-06-08 23:59)")),
            Line("review-below", new("A person decides below a confidence of", "Ein Mensch entscheidet unter einer Sicherheit von")),
            Disclosure("disclosure"),
        ]),
    ];

    public IReadOnlyList<DraftFieldGroup> Question(string at) =>
    [
        new(null, null,
        [
            Line($"{at}/id", new("Number", "Nummer")),
            Line($"{at}/points", new("Points", "Punkte")),
            .. Both($"{at}/title", new("Title", "Titel"), DraftFieldKind.Line),
            .. Both($"{at}/text", new("As printed on the sheet", "Wie auf dem Blatt"), DraftFieldKind.Text),
            Text($"{at}/solution", new("Worked solution", "Musterlösung")),
            Disclosure($"{at}/disclosure"),
        ]),
        .. Given($"{at}/computation"),
        .. Items($"{at}/computation/steps", "name", (path, number) => new(path, new($"Step {number}", $"Schritt {number}"),
        [
            Line($"{path}/name", new("Name", "Name")),
            Line($"{path}/formula", new("Formula", "Formel")),
            .. Both($"{path}/title", new("Title", "Titel"), DraftFieldKind.Line),
        ])),
    ];

    public IReadOnlyList<DraftFieldGroup> Criterion(string at) =>
    [
        new(null, null,
        [
            Line($"{at}/id", new("Id", "Kennung")),
            Line($"{at}/points", new("Points", "Punkte")),
            .. Both($"{at}/text", new("What earns the points", "Was die Punkte bringt"), DraftFieldKind.Text),
            Disclosure($"{at}/disclosure"),
            .. Both($"{at}/hint", new("Hint", "Hinweis"), DraftFieldKind.Text),
            .. Optional($"{at}/step", new("Step that is judged", "Schritt, der bewertet wird")),
            .. Optional($"{at}/points-by-wrong-entries", new("Points by wrong entries", "Punkte nach falschen Einträgen")),
            .. OptionalLines($"{at}/contradicts", new("Against it", "Dagegen")),
        ]),
        .. Items($"{at}/levels", "points", (path, number) => new(path, new($"Level {number}", $"Stufe {number}"),
        [
            Line($"{path}/points", new("Points", "Punkte")),
            .. Both($"{path}/text", new("Meaning", "Bedeutung"), DraftFieldKind.Line),
            Lines($"{path}/says", new("Ways to say it, a line each", "Formulierungen, je eine Zeile")),
        ])),
        .. Items($"{at}/examples", "answer", (path, number) => new(path, new($"Example {number}", $"Beispiel {number}"),
        [
            Text($"{path}/answer", new("Answer", "Antwort")),
            Line($"{path}/points", new("Points", "Punkte")),
        ])),
    ];

    private IEnumerable<DraftFieldGroup> Given(string at) => text.GetKeys($"{at}/given") is { Count: > 0 } names
        ? [new(null, new("Given", "Gegeben"),
            [
                .. names.Where(n => !n.Contains('/', StringComparison.Ordinal)).Take(MostItems)
                    .Select(name => Line($"{at}/given/{name}", new(name, name))),
                Line($"{at}/tolerance", new("Tolerance", "Toleranz")),
            ])]
        : [];

    private IEnumerable<DraftFieldGroup> Items(string list, string key, Func<string, int, DraftFieldGroup> make) => Enumerable
        .Range(0, MostItems).Select(i => (Path: string.Create(CultureInfo.InvariantCulture, $"{list}/{i}"), Number: i + 1))
        .TakeWhile(i => text.Get($"{i.Path}/{key}") is not null).Select(i => make(i.Path, i.Number));

    private IEnumerable<DraftField> Both(string path, LocalizedText label, DraftFieldKind kind) =>
    [
        Field($"{path}/en", new($"{label.English} (English)", $"{label.German} (Englisch)"), kind),
        Field($"{path}/de", new($"{label.English} (German)", $"{label.German} (Deutsch)"), kind),
    ];

    private IEnumerable<DraftField> Optional(string path, LocalizedText label) =>
        text.Get(path) is null ? [] : [Line(path, label)];

    private IEnumerable<DraftField> OptionalLines(string path, LocalizedText label) =>
        text.Get(path) is null ? [] : [Lines(path, label)];

    private DraftField Line(string path, LocalizedText label) => Field(path, label, DraftFieldKind.Line);

    private DraftField Text(string path, LocalizedText label) => Field(path, label, DraftFieldKind.Text);

    private DraftField Disclosure(string path) =>
        Field(path, new("Students are told", "Studierende erfahren"), DraftFieldKind.Disclosure);

    private DraftField Lines(string path, LocalizedText label) =>
        new(path, label, DraftFieldKind.Lines, string.Join('\n', text.GetLines(path)));

    private DraftField Field(string path, LocalizedText label, DraftFieldKind kind) =>
        new(path, label, kind, text.Get(path) ?? "");
}
