namespace AutoGrader.Application.Outlets;

/// <summary>
/// Writes <c>grades.csv</c>: a row for every participant, those who handed in nothing included; every member of a team has one.
/// </summary>
internal sealed class GradesTable(RunResults run)
{
    // The cells behind participant and name.
    private readonly Dictionary<Guid, (string? Name, IReadOnlyList<string?> Cells)> _lines = [];
    private readonly IReadOnlyList<string> _questions = [.. run.Rubric.Rubric.Questions.Select(q => q.Id)];

    /// <summary>Takes note of a result; only what the table shows is kept.</summary>
    public void Add(SubmissionResult result)
    {
        var row = result.Row;
        var questions = (result.Assessment?.Questions ?? []).ToDictionary(q => q.QuestionId, StringComparer.Ordinal);
        var open = questions.Values.SelectMany(q => q.Criteria).Where(c => c.NeedsReview).Select(c => c.CriterionId);
        _lines[result.Submission.Id] = (result.Name,
        [
            row.Uploaded, row.Surname, row.Matriculation, row.Status.WireName(), string.Join(' ', WireNames.WireNamesOf(row.AllReasons)),
            result.Assessment?.Points.Decimal(), row.Maximum.Decimal(),
            .. _questions.Select(q => questions.TryGetValue(q, out var score) ? score.Points.Decimal() : null),
            string.Join(' ', open),
        ]);
    }

    public void Write(Stream output)
    {
        using var table = new CsvTable(
            output, ["participant", "name", "uploaded", "surname", "matriculation", "status", "reasons", "points", "max", .. _questions,
                "review"]);
        var names = (run.Worksheet?.Rows ?? []).ToLookup(r => r.ParticipantNumber, r => r.FullName, StringComparer.Ordinal);
        var covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var submission in run.Submissions)
        {
            var (name, cells) = _lines.TryGetValue(submission.Id, out var line) ? line : (submission.Name, Empty(WireNames.Pending));
            if (submission.IsGroup && submission.WorksheetParticipants.Count > 0)
            {
                foreach (var number in submission.WorksheetParticipants)
                    table.Write([number, names[number].LastOrDefault(), .. cells]);
            }
            else
            {
                table.Write([submission.ParticipantNumber ?? submission.HandInKey, name, .. cells]);
            }
            covered.UnionWith(submission.WorksheetParticipants);
        }
        foreach (var row in run.Worksheet?.Rows ?? [])
        {
            if (covered.Add(row.ParticipantNumber))
                table.Write([row.ParticipantNumber, row.FullName, .. Empty(WireNames.NoSubmission)]);
        }
    }

    private IReadOnlyList<string?> Empty(string status) =>
        [null, null, null, status, null, null, run.Rubric.Rubric.Maximum.Decimal(), .. _questions.Select(_ => (string?)null), null];
}
