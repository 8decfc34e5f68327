using AutoGrader.Core;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Moodle;

namespace AutoGrader.Application.Outlets;

/// <summary>
/// What goes into Moodle's worksheet (ADR 3): a grade only where every criterion is decided, the reason where a rule was broken, nothing
/// where a person has yet to decide. A team's result goes to every member.
/// </summary>
internal sealed class WorksheetEntries(GradingWorksheet worksheet, Language? language, bool includeSuggestions)
{
    private readonly Dictionary<string, WorksheetRow> _rows = worksheet.Rows
        .GroupBy(r => r.ParticipantNumber, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);

    private readonly Dictionary<string, WorksheetEntry> _entries = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _otherScale = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, WorksheetEntry> Entries => _entries;

    /// <summary>What the tutor should know before uploading, a sentence each.</summary>
    public IEnumerable<string> Remarks
    {
        get
        {
            if (_otherScale.Count > 0)
            {
                yield return "No grade was written where the worksheet's maximum is not the rubric's, or where Moodle grades by a scale: "
                    + "set the assignment's maximum grade in Moodle and download the worksheet again "
                    + $"({_otherScale.Count} of {_rows.Count} rows).";
            }
        }
    }

    public void Add(SubmissionResult result)
    {
        var status = result.Row.Status;
        var hasGrade = result.Assessment is not null
            && (status == SubmissionStatus.Graded || (status == SubmissionStatus.NeedsReview && includeSuggestions));
        if (!hasGrade && status != SubmissionStatus.NotGraded)
            return;
        var comment = WorksheetComment.Of(result, language ?? result.Row.Language);
        foreach (var number in result.Submission.WorksheetParticipants)
        {
            if (!_rows.TryGetValue(number, out var row))
                continue;
            // 17.5 of 20 must not become 17.5 of 100.
            var isOnScale = row.MaximumGrade == result.Row.Maximum.Value;
            if (hasGrade && !isOnScale)
                _otherScale.Add(number);
            _entries[number] = new WorksheetEntry(hasGrade && isOnScale ? result.Assessment!.Points.Value : null, comment);
        }
    }
}
