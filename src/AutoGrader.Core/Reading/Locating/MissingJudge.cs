using System.Globalization;

namespace AutoGrader.Core.Reading.Locating;

/// <summary>Judges questions without any label. Saying "not answered" of an answer that is there would be the worst of faults.</summary>
internal sealed class MissingJudge
{
    private const double Sure = 0.9;
    private const int TitleWords = 60;
    private const int UnclaimedWords = 12;

    private readonly LocatedReport _report;
    private readonly QuestionAffinity _affinity;
    private readonly bool _hasUnclaimedText;
    private readonly bool _hasUnreadPages;
    private readonly double _shareFound;

    public MissingJudge(LocatedReport report)
    {
        _report = report;
        _affinity = QuestionAffinity.To(report.Sheet.Questions);
        _hasUnclaimedText = report.Sections.Any(s => s.Question < 0 && WordsOf(s) > (s.Label < 0 ? TitleWords : UnclaimedWords));
        _hasUnreadPages = report.Content.Remarks.Any(r => r.Kind.HidesPages());
        var found = report.Sections.Where(s => s.Question >= 0).Select(s => s.Question).Distinct().Count();
        _shareFound = (double)found / report.Sheet.Questions.Count;
    }

    /// <summary>The verdict on a question without label.</summary>
    public Answer Judge(int question)
    {
        if (_hasUnreadPages)
            return Verdict(question, AnswerState.Unreadable, 0.3, new LocalizedText(
                "It was not found, but parts of the report could not be read.",
                "Die Antwort wurde nicht gefunden, aber Teile des Berichts konnten nicht gelesen werden."));
        if (_report.Trust.PassedOver(question, _report.Sequence, _report.Sheet) is { } candidate)
        {
            return Unsure(question, $"No label was found for certain; something on page {Text(candidate.Page)} resembles it.",
                $"Die Nummer wurde nicht sicher gefunden; auf Seite {Text(candidate.Page)} steht etwas Ähnliches.");
        }

        if (Mention(question) is { } page)
        {
            return Unsure(question, $"No label was found; its number is mentioned on page {Text(page)}.",
                $"Die Nummer wurde vor keiner Antwort gefunden; sie wird auf Seite {Text(page)} erwähnt.");
        }

        if (Neighbour(question) is { } neighbour && SoundsMerged(question, neighbour))
        {
            var id = _report.Sheet.Questions[neighbour].Id;
            return Unsure(question, $"No label was found; the answer to {id} may contain this one.",
                $"Die Nummer wurde nicht gefunden; vielleicht ist die Antwort in der zu {id} enthalten.");
        }

        if (_hasUnclaimedText)
            return Unsure(question, "No label was found, but some text belongs to no question.",
                "Die Nummer wurde nicht gefunden, aber ein Teil des Textes gehört zu keiner Frage.");
        if (HasMissingNeighbour(question))
            return Unsure(question, "Several questions in a row have no label.", "Mehrere Nummern nacheinander wurden nicht gefunden.");
        if (_shareFound < 0.5)
            return Unsure(question, "Few questions were found in this report.", "In diesem Bericht wurden nur wenige Fragen gefunden.");
        return Verdict(question, AnswerState.Missing, Sure, null);
    }

    /// <summary>The page on which the full number of a question begins a line, or has a bracket or colon behind it anywhere.</summary>
    private int? Mention(int question)
    {
        var id = _report.Sheet.Questions[question].Id;
        foreach (var block in _report.Content.Blocks.Where(b => b.Kind is not (BlockKind.Code or BlockKind.Output)))
        {
            var text = block.Text;
            for (var i = text.IndexOf(id, StringComparison.Ordinal); i >= 0; i = text.IndexOf(id, i + 1, StringComparison.Ordinal))
            {
                var end = i + id.Length;
                var isWhole = (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
                var isMarked = end < text.Length && text[end] is ')' or ':' or '.';
                var isLabelLike = isWhole && (isMarked || block.Lines.Any(l => l.Start == i));
                if (isLabelLike && !block.Matrices.Any(m => i >= m.Start && i < m.Start + m.Length))
                    return block.Lines.LastOrDefault(l => l.Start <= i)?.Page ?? 1;
            }
        }

        return null;
    }

    /// <summary>The questions without label that a question's answer may contain.</summary>
    public IEnumerable<int> MergedInto(int question, IEnumerable<int> missing) =>
        missing.Where(m => Neighbour(m) == question && SoundsMerged(m, question));

    /// <summary>The question before it in its group whose answer would contain it if its label was lost.</summary>
    private int? Neighbour(int question)
    {
        var before = _report.Sheet.QuestionsOf(_report.Sheet.GroupOf(question))
            .Where(q => q < question && _report.Sections.Any(s => s.Question == q)).ToList();
        return before.Count > 0 ? before[^1] : null;
    }

    private bool HasMissingNeighbour(int question) => _report.Sheet.QuestionsOf(_report.Sheet.GroupOf(question))
        .Any(q => Math.Abs(q - question) == 1 && _report.Sections.All(s => s.Question != q && !s.Further.Contains(q)));

    /// <summary>
    /// Whether the neighbour's answer may hold the missing one: its latter part sounds like it, it has several parts of which the latter
    /// does not clearly sound like the neighbour's, or it has numbers that only the missing question asks for.
    /// </summary>
    private bool SoundsMerged(int question, int neighbour)
    {
        const double Clear = 0.3;
        var blocks = _report.Sections.Where(s => s.Question == neighbour).SelectMany(s => s.Blocks).ToList();
        var isNumeric = _report.Sheet.Questions[neighbour].IsNumeric;
        if (!isNumeric && _report.Sheet.Questions[question].IsNumeric && blocks.Any(HasNumbers))
            return true;
        var sentences = blocks.SelectMany(b => b.Text.Split(". ", StringSplitOptions.RemoveEmptyEntries)).ToList();
        var margin = double.NegativeInfinity;
        for (var i = 1; i < sentences.Count; i++)
        {
            var scores = _affinity.Of(string.Join(' ', sentences.Skip(i)));
            margin = Math.Max(margin, scores[question] - scores[neighbour]);
        }

        // A calculation has many parts by nature.
        var hasParts = !isNumeric && blocks.Count(b => b.Kind != BlockKind.ListItem) > 1;
        return margin > (hasParts ? -Clear : Clear);
    }

    private static bool HasNumbers(ReportBlock block) => block.Matrices.Any(m => m.Rows > 1) || block.Text.Count(char.IsAsciiDigit) >= 6;

    private static int WordsOf(AnswerSection section) =>
        section.Blocks.Sum(b => b.Kind == BlockKind.Code ? 0 : ReportWords.Split(b.Text).Count());

    private static string Text(int page) => page.ToString(CultureInfo.InvariantCulture);

    private Answer Unsure(int question, string english, string german) =>
        Verdict(question, AnswerState.Missing, 0.4, new LocalizedText(english, german));

    private Answer Verdict(int question, AnswerState state, double confidence, LocalizedText? doubt) => new()
    {
        QuestionId = _report.Sheet.Questions[question].Id,
        State = state,
        Confidence = confidence,
        Doubt = doubt,
    };
}
