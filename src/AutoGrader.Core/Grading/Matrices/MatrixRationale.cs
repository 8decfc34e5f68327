using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>Says in a sentence or two why a step earned what it earned, and where it first leaves the path.</summary>
internal static class MatrixRationale
{
    public static LocalizedText For(Judgement judgement, MatrixCriterion criterion)
    {
        var title = judgement.Outcome.Step.Step.Title;
        var text = judgement.Kind switch
        {
            JudgementKind.Shown => Shown(judgement.Outcome),
            JudgementKind.Mistaken => new LocalizedText($"{title.English}:", $"{title.German}:").Then(judgement.Cause!.Text),
            JudgementKind.Betrayed => NotShown(judgement.Outcome).Then(judgement.Cause!.Text),
            JudgementKind.Implied => Implied(title, judgement, criterion),
            JudgementKind.WrongShape => WrongShape(title, judgement.Outcome),
            JudgementKind.Copied => new LocalizedText(
                $"{title.English}: what stands here is a copy of a given matrix.",
                $"{title.German}: Was hier steht, ist eine Kopie einer gegebenen Matrix."),
            _ => new LocalizedText($"{title.English}: not found in the answer.", $"{title.German}: in der Antwort nicht gefunden."),
        };
        if (judgement.Kind is JudgementKind.Shown or JudgementKind.Implied && judgement.Cause is { } cause)
            text = text.Then(cause.Text);
        return judgement.Doubts.Select(d => d.Reason).Aggregate(text, (sentence, reason) => sentence.Then(new LocalizedText(
            $"A person will check this: {reason.English}.",
            $"Dies wird noch von einer Person geprüft: {reason.German}.")));
    }

    public static LocalizedText NoMatrix { get; } = new(
        "No matrix was found in this answer.", "In dieser Antwort wurde keine Matrix gefunden.");

    public static LocalizedText PerhapsNoMatrix { get; } = new(
        "No matrix was found in this answer. A person will check whether one stands where it could not be read.",
        "In dieser Antwort wurde keine Matrix gefunden. Eine Person prüft noch, ob eine an einer nicht lesbaren Stelle steht.");

    /// <summary>That a step is not shown.</summary>
    public static LocalizedText NotShown(StepOutcome outcome)
    {
        var title = outcome.Step.Step.Title;
        return new LocalizedText($"{title.English} is not shown.", $"{title.German}: nicht gezeigt.");
    }

    /// <summary>How a shown step compares with what it should be, and the first entry that differs.</summary>
    public static LocalizedText Shown(StepOutcome outcome)
    {
        var (title, comparison) = (outcome.Step.Step.Title, outcome.Comparison!);
        if (comparison.Differing == 0)
        {
            return outcome.Carried
                ? new LocalizedText(
                    $"{title.English}: follows correctly from your own earlier result, so the earlier error is not counted again.",
                    $"{title.German}: folgt richtig aus Ihrem früheren Ergebnis, daher zählt der frühere Fehler nicht noch einmal.")
                : new LocalizedText($"{title.English}: all entries are right.", $"{title.German}: alle Einträge stimmen.");
        }

        var (count, total) = (comparison.Differing, comparison.Matches.Count);
        var first = comparison.Matches.TakeWhile(match => match == EntryMatch.Right).Count();
        var (row, column) = (first / outcome.Matrix!.Shape.Columns, first % outcome.Matrix.Shape.Columns);
        var text = outcome.Matrix.Reading.Entries[first].Text.Trim();
        var expected = MatrixPlaces.Number(comparison.Expected.Exact[row, column]);
        var english = count == 1 ? $"one of {total} entries is not right; it" : $"{count} of {total} entries are not right; the first";
        var german = count == 1
            ? $"einer von {total} Einträgen stimmt nicht; er steht"
            : $"{count} von {total} Einträgen stimmen nicht; der erste steht";
        var (own, eigen) = outcome.Carried ? (" by your own earlier result", " nach Ihrem früheren Ergebnis") : ("", "");
        return new LocalizedText(
            $"{title.English}: {english} is in row {row + 1}, column {column + 1}: \"{text}\" should be {expected.English}{own}.",
            $"{title.German}: {german} in Zeile {row + 1}, Spalte {column + 1}: „{text}“ müsste{eigen} {expected.German} sein.");
    }

    private static LocalizedText Implied(LocalizedText title, Judgement judgement, MatrixCriterion criterion)
    {
        var later = judgement.Witness!.Step.Step.Title;
        return criterion.ImpliedByLaterSteps
            ? new LocalizedText(
                $"{title.English}: not shown, but the later result ({later.English}) builds on it.",
                $"{title.German}: nicht gezeigt, aber das spätere Ergebnis ({later.German}) baut darauf auf.")
            : new LocalizedText($"{title.English}: not shown.", $"{title.German}: nicht gezeigt.");
    }

    private static LocalizedText WrongShape(LocalizedText title, StepOutcome outcome)
    {
        var (needed, shown) = (outcome.Step.Shape, outcome.Matrix!.Shape);
        return new LocalizedText(
            $"{title.English}: {needed.Rows} rows and {needed.Columns} columns are needed, not {shown.Rows} and {shown.Columns}.",
            $"{title.German}: Nötig sind {needed.Rows} Zeilen und {needed.Columns} Spalten, nicht {shown.Rows} und {shown.Columns}.");
    }
}
