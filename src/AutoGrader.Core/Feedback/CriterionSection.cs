using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Feedback;

/// <summary>The verdict on one criterion in words.</summary>
internal static class CriterionSection
{
    /// <summary>Places quoted for one criterion; more are only counted.</summary>
    private const int QuotedPlaces = 3;

    /// <summary>Characters quoted from one place: enough to recognise it on the page.</summary>
    private const int QuotedCharacters = 220;

    public static CriterionBlock Compose(CriterionScore score, CriterionScore? previous, Computation? computation, FeedbackWords words)
    {
        var tone = Judgement.Of(score);
        return new CriterionBlock
        {
            Id = score.CriterionId,
            Text = words.Say(score.CriterionText),
            Points = words.Fraction(score.Points, score.Maximum),
            Tone = tone,
            Verdict = words.Verdict(tone),
            Details = [new ParagraphBlock(words.Say(score.Rationale)), .. Notes(score, words), .. Places(score, previous, words)],
            Matrix = score.Matrix is null ? null : MatrixSection.Compose(score.Matrix, computation, words),
        };
    }

    private static IEnumerable<ParagraphBlock> Notes(CriterionScore score, FeedbackWords words)
    {
        if (score.Override is { } decision)
            yield return Decision(score, decision, words);
        // Where there is a matrix, its legend says so.
        if (score is { CarriedForward: true, Matrix: null })
            yield return new ParagraphBlock(words.Say(
                "Judged by your own earlier result: a mistake is charged only once.",
                "Bewertet anhand Ihres eigenen früheren Ergebnisses: Ein Folgefehler kostet keine weiteren Punkte."));
    }

    private static ParagraphBlock Decision(CriterionScore score, Override decision, FeedbackWords words)
    {
        var (points, suggested) = (words.Count(score.Points), words.Number(decision.MachinePoints));
        var reason = decision.Reason.Length == 0 ? "" : $" {words.Say("Reason", "Begründung")}: {words.Quote(decision.Reason)}";
        return new ParagraphBlock(
        [
            new TextRun(words.Say($"Decided by {decision.By}: ", $"Entschieden von {decision.By}: "), TextStyle.Bold),
            new TextRun(words.Say(
                $"{points}; the program had suggested {suggested}.{reason}", $"{points}; vorgeschlagen waren {suggested}.{reason}")),
        ]);
    }

    private static IEnumerable<ParagraphBlock> Places(CriterionScore score, CriterionScore? previous, FeedbackWords words)
    {
        if (score.Evidence.Count == 0)
            yield break;
        if (previous is not null && score.Matrix is null && score.Evidence.SequenceEqual(previous.Evidence))
        {
            yield return new ParagraphBlock(
                words.Say(
                    $"Read at the same place as {previous.CriterionId}.", $"Gelesen an derselben Stelle wie {previous.CriterionId}."),
                TextStyle.Muted);
            yield break;
        }

        if (score.Matrix is not null)
        {
            yield return Pages(score.Evidence, words);
            yield break;
        }

        var places = score.Evidence.Select(e => (e.Page, Text: Shorten(e.Text))).Distinct().ToList();
        foreach (var (page, text) in places.Take(QuotedPlaces))
            yield return Place(page, text, words);
        if (places.Count > QuotedPlaces)
            yield return new ParagraphBlock(
                $"{words.Say("Further places", "Weitere Stellen")}: {words.Number(places.Count - QuotedPlaces)}", TextStyle.Muted);
    }

    /// <summary>A matrix is shown as a grid; quoting its linear form would only repeat it.</summary>
    private static ParagraphBlock Pages(IReadOnlyList<Evidence> evidence, FeedbackWords words)
    {
        var pages = evidence.Select(e => e.Page).Distinct().Order().Select(p => words.PageNumber(p));
        return new ParagraphBlock($"{words.Say("Read on", "Gelesen auf")} {string.Join(", ", pages)}.", TextStyle.Muted);
    }

    private static ParagraphBlock Place(int page, string text, FeedbackWords words)
    {
        var where = $"{words.Say("Read on", "Gelesen auf")} {words.PageNumber(page)}";
        return text.Length == 0
            ? new ParagraphBlock(where + ".", TextStyle.Muted)
            : new ParagraphBlock([new TextRun(where + ": ", TextStyle.Muted), new TextRun(text, TextStyle.Verbatim)]);
    }

    private static string Shorten(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= QuotedCharacters)
            return line;
        var cut = line.LastIndexOf(' ', QuotedCharacters);
        var end = cut > QuotedCharacters / 2 ? cut : QuotedCharacters;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + " …";
    }
}
