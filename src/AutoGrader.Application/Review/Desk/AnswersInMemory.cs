using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.Application.Review.Desk;

/// <summary>
/// Answers as they were read, kept for those who judge them again and again. Readings are large and take milliseconds to unpack and to
/// cut into answers; the answers to questions of free text are small, and all of a report are kept when one is asked for. The reports that
/// were asked for first go first; those of deleted reports go with them. Thread-safe.
/// </summary>
internal sealed class AnswersInMemory : IDisposable
{
    // Some tens of megabytes.
    private const int MostReports = 1500;

    private readonly Lock _changing = new();
    private readonly Dictionary<(string Pdf, string Rubric), IReadOnlyDictionary<string, AnswerDocument>> _known = [];
    private readonly Database _database;
    private readonly ReportReadings _readings;
    private Queue<(string Pdf, string Rubric)> _order = new();
    private int _deletions;

    public AnswersInMemory(Database database, ReportReadings readings)
    {
        (_database, _readings) = (database, readings);
        database.Artifacts.Deleted += Drop;
    }

    public void Dispose() => _database.Artifacts.Deleted -= Drop;

    /// <summary>
    /// The report as far as the free text of a question needs it: this answer, and the remarks on the report. <c>null</c> where nothing
    /// was read.
    /// </summary>
    public async Task<AnswerDocument?> FindAsync(
        string pdfHash, PdfReadLimits limits, RubricVersion rubric, Question question, CancellationToken cancellationToken)
    {
        var key = (pdfHash, $"{rubric.Hash} {Fingerprint.OfReader(limits)}");
        lock (_changing)
        {
            if (_known.TryGetValue(key, out var known) && known.TryGetValue(question.Id, out var kept))
                return kept;
        }
        var deletions = Volatile.Read(ref _deletions);
        var reading = await _readings.FindAsync(pdfHash, limits, cancellationToken);
        if (reading is null || LocatedAnswers.Of(reading.Content, reading.Reason, rubric.Rubric) is not { } document)
            return null;
        var answers = document.Answers.ToDictionary(a => a.QuestionId, StringComparer.Ordinal);
        // Criteria of numbers and sizes follow from other answers: those questions need the whole report, which is not kept.
        var pieces = rubric.Rubric.Questions.Where(q => q.Criteria.All(c => c is ConceptCriterion))
            .ToDictionary(q => q.Id, q => document with { Answers = [answers[q.Id]] }, StringComparer.Ordinal);
        Keep(key, pieces, deletions);
        return pieces.GetValueOrDefault(question.Id) ?? document;
    }

    private void Keep((string, string) key, IReadOnlyDictionary<string, AnswerDocument> pieces, int deletions)
    {
        lock (_changing)
        {
            // It may be this one that was deleted while it was read.
            if (deletions != _deletions || !_known.TryAdd(key, pieces))
                return;
            _order.Enqueue(key);
            while (_order.Count > MostReports)
                _known.Remove(_order.Dequeue());
        }
    }

    private void Drop(string pdfHash)
    {
        lock (_changing)
        {
            _deletions++;
            foreach (var key in _known.Keys.Where(k => k.Pdf == pdfHash).ToList())
                _known.Remove(key);
            _order = new Queue<(string, string)>(_order.Where(_known.ContainsKey));
        }
    }
}
