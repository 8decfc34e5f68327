using System.Globalization;
using AutoGrader.Application.Review;
using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Judge;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Outlets;

/// <summary>
/// Writes <c>review.csv</c>: a row for everything a person must decide. Filled in (points, reason, by) it comes back by <c>--overrides</c>;
/// a hand-in rule is overruled by writing <c>waive</c> in place of points.
/// </summary>
internal sealed class ReviewTable : IDisposable
{
    /// <summary>What stands in the column <c>question</c> of rows about the hand-in as a whole.</summary>
    private const string HandIn = "hand-in";

    /// <summary>What stands there in rows that only tell of something; nothing is to be decided.</summary>
    private const string Note = "note";

    private const int LongestQuote = 400;

    private readonly CsvTable _table;
    private readonly Rubric _rubric;
    private readonly Language _language;
    private readonly IReadOnlyDictionary<(Guid Submission, string Criterion), string> _groups;

    /// <summary>Begins the table.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="rubric">The rubric.</param>
    /// <param name="groups">The group of like answers that an open item belongs to, by submission and criterion.</param>
    /// <param name="language">The language of reasons.</param>
    public ReviewTable(
        Stream output, Rubric rubric, IReadOnlyDictionary<(Guid Submission, string Criterion), string> groups, Language language)
    {
        _groups = groups;
        _rubric = rubric;
        _language = language;
        _table = new CsvTable(
            output,
            ["participant", "name", "question", "criterion", "suggestion", "maximum", "confidence", "why", "read", "version", "points",
                "reason", "by", "group"]);
    }

    public void Write(SubmissionResult result)
    {
        if (result.Row.Status == SubmissionStatus.Graded)
            return;
        foreach (var reason in result.Row.AllReasons.Where(r => r.Code != ReasonCode.Late))
            Write(result, HandIn, reason.Code.WireName(), null, null, null, $"{reason.Detail.In(_language)} {Hint}", null);
        foreach (var note in result.Row.Notes.Where(n => n.Kind.IsPutAside()))
            Write(result, Note, note.Kind.WireName(), null, null, null, NoteHint, $"p. {note.Page}: {note.Text}");
        if (result.Row.Status != SubmissionStatus.NeedsReview)
            return;
        if (result.Assessment is { } assessment)
        {
            foreach (var question in assessment.Questions)
                foreach (var score in question.Criteria.Where(c => c.NeedsReview))
                    Write(result, question, score);
        }
        else if (result.Row.PdfHash is not null)
        {
            // Nothing could be read: every criterion is a person's.
            foreach (var question in _rubric.Questions)
                foreach (var criterion in question.Criteria)
                    Write(result, question.Id, criterion.Id, null, criterion.Maximum, null, criterion.Text.In(_language), null);
        }
    }

    public void Dispose() => _table.Dispose();

    private string Hint => _language == Language.German
        ? $"[Trotzdem annehmen: „{ReviewRow.Waive}“ in die Spalte points schreiben.]"
        : $"[To accept it nevertheless, write “{ReviewRow.Waive}” into the column points.]";

    private string NoteHint => _language == Language.German
        ? "Zur Kenntnis: Das steht in der Datei, aber nicht lesbar auf der Seite. Es wurde nicht bewertet. Nichts einzutragen."
        : "For your information: this is in the file, but not in print on the page. It was not graded. Nothing to fill in.";

    private void Write(SubmissionResult result, QuestionScore question, CriterionScore score) => Write(
        result,
        question.QuestionId,
        score.CriterionId,
        score.Points,
        score.Maximum,
        score.Confidence,
        score.Rationale.In(_language) + OpinionOn(score),
        Quote(score.Evidence.Count > 0 ? string.Join(" … ", score.Evidence.Select(e => e.Text)) : question.Answer));

    private string OpinionOn(CriterionScore score)
    {
        if (score.Opinion is not { Outcome: JudgeOutcome.Given, Points: { } points } opinion)
            return "";
        return _language == Language.German
            ? $" [Zweite Meinung ({opinion.Judge}): {points.Decimal()} P. „{opinion.Quotation}“ {opinion.Remark}]"
            : $" [Second opinion ({opinion.Judge}): {points.Decimal()} P. “{opinion.Quotation}” {opinion.Remark}]";
    }

    private void Write(
        SubmissionResult result, string question, string criterion, Points? suggestion, Points? maximum, double? confidence, string why,
        string? read) =>
        _table.Write(
        [
            result.Participant, result.Name, question, criterion, suggestion?.Decimal(), maximum?.Decimal(),
            confidence?.ToString("0.00", CultureInfo.InvariantCulture), why, read, ReviewRow.VersionOf(result.Submission.ContentHash),
            null, null, null, _groups.GetValueOrDefault((result.Submission.Id, criterion)),
        ]);

    private static string Quote(string text)
    {
        if (text.Length <= LongestQuote)
            return text;
        // Never between the halves of a surrogate pair.
        var end = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return text[..end] + "…";
    }
}
