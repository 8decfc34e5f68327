using System.Globalization;

namespace AutoGrader.Core.Reading.Locating;

/// <summary>Turns the sections of one question into its answer, with how sure that is and what a tutor should know.</summary>
internal sealed class AnswerJudge
{
    private const double Unread = 0.3;
    private const double Doubtful = 0.5;
    private const double EmptyArea = 90;

    private static readonly LocalizedText EmptyAreaFollows = new(
        "Its label is followed by an empty area: perhaps an image.",
        "Auf die Nummer der Frage folgt eine leere Fläche: vielleicht ein Bild.");

    private readonly LocatedReport _report;
    private readonly ILookup<AnswerSection, ReadingRemark> _unread;

    public AnswerJudge(LocatedReport report)
    {
        _report = report;
        _unread = UnreadableParts.Assign(report.Content, report.Sections);
    }

    /// <summary>The answer to a question with at least one label.</summary>
    public Answer Judge(int question)
    {
        var all = _report.Sections.Where(s => s.Question == question).ToList();
        var unread = all.SelectMany(s => _unread[s]).ToLookup(r => r.Kind == ReadingRemarkKind.Picture);
        var judged = JudgeText(question, all, [.. unread[false]], unread[true].Any());
        return judged with { HasPicture = unread[true].Any() };
    }

    private Answer JudgeText(int question, List<AnswerSection> all, List<ReadingRemark> unread, bool hasPicture)
    {
        var filled = WithoutTitles(question, all.Where(s => !AnswerWording.IsNothing(s.Blocks)).ToList());
        var trust = all.Min(s => SectionTrust(s));
        if (filled.Count == 0)
            return Empty(question, all, unread, hasPicture, trust);
        var doubts = new List<LocalizedText>();
        var blocks = filled.SelectMany(s => s.Blocks).ToList();
        var confidence = trust;
        foreach (var section in filled)
        {
            if (_report.Trust.Alternatives[section.Label] is { } other)
                doubts.Add(AlsoAt(other));
        }

        if (IsScattered(filled))
            Doubt(new LocalizedText(
                "The question is answered in more than one place; all places were taken together.",
                "Die Frage ist an mehreren Stellen beantwortet; alle Stellen wurden zusammengenommen."), Doubtful);
        if (filled.Any(IsOutOfOrder))
            Doubt(new LocalizedText("Its label is out of order.", "Die Nummer der Frage steht außer der Reihe."), 0.8);
        if (unread.Count > 0)
            Doubt(Quoting("Parts of the answer could not be read:", "Teile der Antwort konnten nicht gelesen werden:", unread), Unread);
        if (AnswerWording.RefersElsewhere(blocks))
            Doubt(new LocalizedText("The answer refers to another place.", "Die Antwort verweist auf eine andere Stelle."), Doubtful);
        return Answer(question, AnswerState.Found, confidence, doubts, blocks);

        void Doubt(LocalizedText text, double limit)
        {
            doubts.Add(text);
            confidence = Math.Min(confidence, limit);
        }
    }

    private Answer Empty(int question, List<AnswerSection> all, List<ReadingRemark> unread, bool hasPicture, double trust)
    {
        var blocks = all.SelectMany(s => s.Blocks).ToList();
        if (unread.Count > 0)
            return Unreadable(Quoting(
                "What stands behind its label could not be read:", "Was hinter der Nummer der Frage steht, konnte nicht gelesen werden:",
                unread));
        if (hasPicture)
            return Unreadable(new LocalizedText(
                "Behind its label stands nothing but an image.", "Hinter der Nummer der Frage steht nur ein Bild."));
        if (AnswerWording.IsRemnant(blocks))
            return Unreadable(new LocalizedText(
                "Behind its label only punctuation was read: perhaps drawn formulas.",
                "Hinter der Nummer der Frage wurden nur Satzzeichen gelesen: vielleicht gezeichnete Formeln."));
        if (all.Any(s => HasEmptyArea(s)))
            return Answer(question, AnswerState.Missing, Doubtful, [EmptyAreaFollows], blocks);
        return Answer(question, AnswerState.Missing, Math.Min(0.95, trust), [], blocks);

        Answer Unreadable(LocalizedText doubt) => Answer(question, AnswerState.Unreadable, Unread, [doubt], blocks);
    }

    private Answer Answer(
        int question, AnswerState state, double confidence, List<LocalizedText> doubts, IReadOnlyList<ReportBlock> blocks) => new()
        {
            QuestionId = _report.Sheet.Questions[question].Id,
            State = state,
            Confidence = confidence,
            Doubt = doubts.Count > 0 ? doubts.Aggregate((all, next) => all.Then(next)) : null,
            Blocks = blocks,
        };

    /// <summary>A section is as sure as its own label, and half as sure as the label that ends it.</summary>
    private double SectionTrust(AnswerSection section)
    {
        var confidences = _report.Trust.Confidences;
        var next = section.Label + 1 < confidences.Count ? confidences[section.Label + 1] : 1;
        return Math.Min(confidences[section.Label], (1 + next) / 2);
    }

    /// <summary>Leaves out entries of a table of contents: no more than the question's title, where the answer stands elsewhere.</summary>
    private List<AnswerSection> WithoutTitles(int question, List<AnswerSection> sections) => sections.Count < 2
        ? sections
        : sections.Where(s => !IsTitle(question, s)).ToList() is { Count: > 0 } answers ? answers : sections;

    private bool IsTitle(int question, AnswerSection section)
    {
        var text = string.Join(' ', section.Blocks.Select(b => b.Text));
        return section.Blocks.All(b => b.Matrices.Count == 0) && _report.Titles.IsTitleOf(question, text);
    }

    private static bool IsScattered(List<AnswerSection> sections) =>
        sections.Zip(sections.Skip(1)).Any(p => p.Second.Label != p.First.Label + 1);

    private bool IsOutOfOrder(AnswerSection section) =>
        section.Label > 0 && _report.Sequence.Labels[section.Label - 1] is var before
        && before.Group == section.Group && before.Question > section.Question;

    /// <summary>Whether the label and the next thing on the page stand far apart, as around an image.</summary>
    private bool HasEmptyArea(AnswerSection section)
    {
        var blocks = _report.Content.Blocks;
        if (LineAt(section.LabelStart) is not { } label)
            return false;
        if (section.End.Block >= blocks.Count)
            return PageHeight(label.Page) - label.Box.Bottom > 3 * EmptyArea;
        return LineAt(section.End) is { } next && label.Page == next.Page && next.Box.Y - label.Box.Bottom > EmptyArea;
    }

    private double PageHeight(int page) => page >= 1 && page <= _report.Content.Pages.Count ? _report.Content.Pages[page - 1].Height : 0;

    private ReportLine? LineAt(ReportPosition position) =>
        _report.Content.Blocks[position.Block].Lines.LastOrDefault(l => l.Start <= position.Offset);

    private static LocalizedText Quoting(string english, string german, List<ReadingRemark> unread) =>
        new($"{english} {unread[0].In(Language.English)}", $"{german} {unread[0].In(Language.German)}");

    private LocalizedText AlsoAt(LabelCandidate candidate)
    {
        const int Length = 30;
        var text = _report.Content.Blocks[candidate.Block].Text[candidate.Start..];
        var beginning = text.Length > Length ? text[..Length] + "…" : text;
        var page = candidate.Page.ToString(CultureInfo.InvariantCulture);
        return new LocalizedText(
            $"The answer might also begin at “{beginning}” on page {page}.",
            $"Die Antwort könnte auch auf Seite {page} bei „{beginning}“ beginnen.");
    }
}
