using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Core.Feedback;

/// <summary>
/// The lists of a summary: everything without points and why, what a person must look at, late ones, participants without submission.
/// </summary>
internal static class SummaryTables
{
    public static bool HasPoints(SummaryRow row) =>
        row.Status is SubmissionStatus.Graded or SubmissionStatus.NeedsReview && row.Assessment is not null;

    public static bool IsLate(SummaryRow row) => row.Reasons.Any(r => r.Code == ReasonCode.Late);

    public static IEnumerable<FeedbackBlock> Compose(IReadOnlyList<SummaryRow> rows, FeedbackWords words) =>
    [
        .. Reasons(
            words.Say("Not graded, and why", "Nicht bewertet, und warum"),
            words.Say("Every hand-in was graded.", "Alle Abgaben wurden bewertet."),
            rows.Where(r => r.Status is not null && !HasPoints(r)),
            _ => true,
            words),
        .. Reasons(
            words.Say("Graded, with remarks", "Bewertet, mit Hinweisen"),
            null,
            rows.Where(HasPoints),
            r => r.Code != ReasonCode.Late,
            words),
        .. Review(rows, words),
        .. Reasons(words.Say("Late", "Verspätet"), null, rows, r => r.Code == ReasonCode.Late, words),
        .. Notes(rows, words),
        .. Hints(rows, words),
        .. Missing(rows, words),
    ];

    private static IEnumerable<FeedbackBlock> Reasons(
        string title, string? whenEmpty, IEnumerable<SummaryRow> rows, Func<Reason, bool> isListed, FeedbackWords words)
    {
        var listed = rows
            .Select(r => (Row: r, Reasons: r.Reasons.Where(isListed).ToList()))
            .Where(r => r.Reasons.Count > 0 || whenEmpty is not null)
            .ToList();
        if (listed.Count == 0 && whenEmpty is null)
            yield break;
        yield return Heading(title, listed.Count, words);
        if (listed.Count == 0)
            yield return new ParagraphBlock(whenEmpty!);
        else
            yield return new TableBlock
            {
                Columns =
                [
                    new TableColumn(words.Say("Participant", "Teilnehmer/in"), 24),
                    new TableColumn(words.Say("File", "Datei"), 27, Style: TextStyle.Verbatim),
                    new TableColumn(words.Say("Reason", "Grund"), 16, Style: TextStyle.Verbatim),
                    new TableColumn(words.Say("Detail", "Einzelheiten"), 33),
                ],
                Rows = [.. listed.Select(r => Row(r.Row, r.Reasons, words))],
            };
    }

    private static IReadOnlyList<string> Row(SummaryRow row, List<Reason> reasons, FeedbackWords words) =>
    [
        Name(row),
        row.Uploaded ?? "–",
        reasons.Count == 0 ? "–" : string.Join('\n', reasons.Select(r => r.Code.WireName())),
        reasons.Count == 0
            ? words.Say("The report could not be read.", "Der Bericht konnte nicht gelesen werden.")
            : string.Join('\n', reasons.Select(r => words.Say(r.Detail))),
    ];

    private static IEnumerable<FeedbackBlock> Review(IReadOnlyList<SummaryRow> rows, FeedbackWords words)
    {
        var open = rows.Where(r => r.Status is SubmissionStatus.NeedsReview && r.Assessment is { NeedsReview: true }).ToList();
        if (open.Count == 0)
            yield break;
        yield return Heading(words.Say("Criteria that need review", "Zu prüfende Kriterien"), open.Count, words);
        yield return new TableBlock
        {
            Columns =
            [
                new TableColumn(words.Say("Participant", "Teilnehmer/in"), 34),
                new TableColumn(words.Say("Suggestion", "Vorschlag"), 16, IsNumber: true),
                new TableColumn(words.Say("Criteria", "Kriterien"), 50),
            ],
            Rows =
            [
                .. open.Select(r => (IReadOnlyList<string>)
                    [Name(r), words.Fraction(r.Assessment!.Points, r.Assessment.Maximum), OpenCriteria(r)]),
            ],
        };
    }

    private static string OpenCriteria(SummaryRow row) =>
        string.Join(", ", row.Assessment!.Questions.SelectMany(q => q.Criteria).Where(c => c.NeedsReview).Select(c => c.CriterionId));

    private static IEnumerable<FeedbackBlock> Notes(IReadOnlyList<SummaryRow> rows, FeedbackWords words)
    {
        var notes = rows.SelectMany(r => r.Notes.Select(n => (Row: r, Note: n))).ToList();
        if (notes.Count == 0)
            yield break;
        yield return Heading(words.Say("In the file, but not in print", "In der Datei, aber nicht im Druckbild"), notes.Count, words);
        yield return new ParagraphBlock(words.Say(
            "Text that does not show, comments and attachments were not graded. Most are harmless, such as text recognition behind a scan.",
            "Nicht sichtbarer Text, Kommentare und Anhänge wurden nicht bewertet. Meist sind sie harmlos, "
                + "etwa Texterkennung hinter einem Scan."));
        yield return new TableBlock
        {
            Columns =
            [
                new TableColumn(words.Say("Participant", "Teilnehmer/in"), 24),
                new TableColumn(words.Say("Page", "Seite"), 8, IsNumber: true),
                new TableColumn(words.Say("What", "Was"), 68),
            ],
            Rows =
            [
                .. notes.Select(n => (IReadOnlyList<string>)
                    [Name(n.Row), n.Note.Page == 0 ? "–" : words.Number(n.Note.Page), n.Note.In(words.Language)]),
            ],
        };
    }

    private static IEnumerable<FeedbackBlock> Hints(IReadOnlyList<SummaryRow> rows, FeedbackWords words)
    {
        var hints = rows.SelectMany(r => r.Hints.Select(h => (Row: r, Hint: h))).ToList();
        if (hints.Count == 0)
            yield break;
        yield return Heading(words.Say("Hints", "Hinweise"), hints.Count, words);
        yield return new ParagraphBlock(words.Say(
            "Work that several hand-ins have in common, and reports that may answer another sheet. No points depend on it, and "
                + "there are innocent reasons: a team, a shared source, a file handed in twice.",
            "Was mehrere Abgaben gemeinsam haben, und Berichte, die vielleicht zu einem anderen Blatt gehören. Punkte hängen davon "
                + "nicht ab, und es gibt harmlose Gründe: ein Team, eine gemeinsame Quelle, eine doppelt abgegebene Datei."));
        yield return new TableBlock
        {
            Columns = [new TableColumn(words.Say("Participant", "Teilnehmer/in"), 24), new TableColumn(words.Say("What", "Was"), 76)],
            Rows = [.. hints.Select(h => (IReadOnlyList<string>)[Name(h.Row), words.Say(h.Hint.Text)])],
        };
    }

    private static IEnumerable<FeedbackBlock> Missing(IReadOnlyList<SummaryRow> rows, FeedbackWords words)
    {
        var missing = rows.Where(r => r.Status is null).ToList();
        if (missing.Count == 0)
            yield break;
        yield return new GroupBlock(
        [
            Heading(words.Say("Nothing handed in", "Nichts abgegeben"), missing.Count, words),
            new ParagraphBlock(string.Join(" · ", missing.Select(Name))),
        ]);
    }

    private static HeadingBlock Heading(string title, int count, FeedbackWords words) => new(2, title, words.Number(count));

    private static string Name(SummaryRow row) =>
        row.Name is null || row.Name == row.Participant ? row.Participant : $"{row.Name} ({row.Participant})";
}
