namespace AutoGrader.Core.Reading.Locating;

/// <summary>The answers of a labelled report: those with a label, those that share one, and those without.</summary>
internal sealed class AnswersOfReport
{
    private const double Doubtful = 0.5;

    private readonly LocatedReport _report;
    private readonly AnswerJudge _found;
    private readonly MissingJudge _missing;
    private readonly List<int> _unlabelled;
    private readonly Dictionary<int, int> _sharing;

    public AnswersOfReport(LocatedReport report)
    {
        _report = report;
        _found = new AnswerJudge(report);
        _missing = new MissingJudge(report);
        var own = report.Sections.Select(s => s.Question).ToHashSet();
        _sharing = report.Sections.SelectMany(s => s.Further.Select(q => (Question: q, With: s.Question)))
            .Where(p => !own.Contains(p.Question)).DistinctBy(p => p.Question).ToDictionary(p => p.Question, p => p.With);
        _unlabelled = [.. Enumerable.Range(0, report.Sheet.Questions.Count).Where(q => !own.Contains(q) && !_sharing.ContainsKey(q))];
    }

    /// <summary>One answer for every question, in the sheet's order.</summary>
    public IReadOnlyList<Answer> All() => [.. Enumerable.Range(0, _report.Sheet.Questions.Count).Select(Of)];

    private Answer Of(int question)
    {
        if (_unlabelled.Contains(question))
            return _missing.Judge(question);
        var first = _sharing.GetValueOrDefault(question, question);
        var answer = _found.Judge(first) with { QuestionId = IdOf(question) };
        var others = _sharing.Where(p => p.Value == first).Select(p => p.Key).Append(first).Where(q => q != question).Order().ToList();
        if (others.Count > 0)
            return Doubted(answer, Doubtful, new LocalizedText(
                $"Its label names {Ids(others)} too; the text was taken for all of them.",
                $"Die Nummer davor nennt auch {Ids(others)}; der Text wurde für alle diese Fragen genommen."));
        var merged = _missing.MergedInto(question, _unlabelled).ToList();
        // Words about another question change no matrix.
        var limit = _report.Sheet.Questions[question].IsNumeric ? 1 : Doubtful;
        return merged.Count == 0 ? answer : Doubted(answer, limit, new LocalizedText(
            $"It may contain the answer to {Ids(merged)}, which has no label.",
            $"Hier steht vielleicht auch die Antwort zu {Ids(merged)}, vor der keine Nummer steht."));
    }

    private string Ids(IEnumerable<int> questions) => string.Join(", ", questions.Select(IdOf));

    private string IdOf(int question) => _report.Sheet.Questions[question].Id;

    private static Answer Doubted(Answer answer, double limit, LocalizedText doubt) => answer with
    {
        Confidence = Math.Min(answer.Confidence, limit),
        Doubt = answer.Doubt?.Then(doubt) ?? doubt,
    };
}
