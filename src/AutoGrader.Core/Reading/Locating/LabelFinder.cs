using System.Text.RegularExpressions;

namespace AutoGrader.Core.Reading.Locating;

/// <summary>
/// Collects every place that may be a label and rates each by its looks: emphasis, place in the line, punctuation, what stands around it.
/// Decides nothing; that is for <see cref="LabelSearch"/>, which sees them all together.
/// </summary>
internal sealed partial class LabelFinder
{
    private readonly IReadOnlyList<ReportBlock> _blocks;
    private readonly SheetNumbering _sheet;
    private readonly QuestionTitles _titles;
    private readonly RepeatedQuestion _repeated;
    private readonly double _bodySize;

    public LabelFinder(IReadOnlyList<ReportBlock> blocks, SheetNumbering sheet, QuestionTitles titles)
    {
        _blocks = blocks;
        _sheet = sheet;
        _titles = titles;
        _repeated = new RepeatedQuestion(sheet.Questions);
        Words = new ReportWords(blocks);
        _bodySize = blocks.CountBy(b => b.FontSize).OrderByDescending(p => p.Value).ThenBy(p => p.Key).Select(p => p.Key).FirstOrDefault();
    }

    public ReportWords Words { get; }

    /// <summary>The candidates in reading order; no two overlap.</summary>
    public IReadOnlyList<LabelCandidate> Find()
    {
        var candidates = new List<LabelCandidate>();
        var occupied = new ReportPosition(0, 0);
        for (var i = 0; i < _blocks.Count; i++)
        {
            foreach (var (start, place) in Places(_blocks[i]))
            {
                if (new ReportPosition(i, start).CompareTo(occupied) < 0 || CandidateAt(i, start, place) is not { } candidate)
                    continue;
                candidates.Add(candidate);
                // Within a repeated question there are no labels: "(e.g. by setting Q = K, see (1))".
                occupied = candidate.Repeated >= 0 ? candidate.RepeatedEnd : new ReportPosition(i, candidate.End);
            }
        }

        return candidates;
    }

    private static IEnumerable<(int Start, LabelPlace Place)> Places(ReportBlock block)
    {
        if (block.Kind is BlockKind.Code or BlockKind.Output)
            yield break;
        var text = block.Text;
        var first = 0;
        while (first < text.Length && char.IsWhiteSpace(text[first]))
            first++;
        yield return (first, LabelPlace.BlockStart);
        if (block.Kind == BlockKind.Formula)
            yield break;
        var lineStarts = block.Lines.Select(l => l.Start).Where(s => s > first && s < text.Length).ToHashSet();
        for (var i = first + 1; i < text.Length; i++)
        {
            var isLineStart = lineStarts.Contains(i);
            var isWordStart = block.Kind != BlockKind.Table && char.IsWhiteSpace(text[i - 1]) && LabelGrammar.MayBegin(text, i);
            if (!isLineStart && !isWordStart)
                continue;
            if (block.Matrices.Any(m => i > m.Start && i < m.Start + m.Length))
                continue;
            var before = Before(text, i);
            if (isLineStart)
                yield return (i, block.Kind == BlockKind.Table ? LabelPlace.LineStart : AtLineStart(before));
            else if (before != LabelPlace.AfterReference)
                yield return (i, before);
        }
    }

    private static LabelPlace AtLineStart(LabelPlace before) => before switch
    {
        LabelPlace.AfterSentence => LabelPlace.LineStart,
        LabelPlace.InSentence => LabelPlace.LineStartInSentence,
        _ => before,
    };

    private static LabelPlace Before(string text, int i)
    {
        const int Context = 24;
        var before = text[Math.Max(0, i - Context)..i].TrimEnd();
        if (ReferenceWord().IsMatch(before))
            return LabelPlace.AfterReference;
        var isSentenceEnd = before.Length == 0 || before[^1] is '.' or '!' or '?' or ';' or ':' or '…' or ']' or ')';
        return isSentenceEnd ? LabelPlace.AfterSentence : LabelPlace.InSentence;
    }

    private LabelCandidate? CandidateAt(int index, int start, LabelPlace place)
    {
        var block = _blocks[index];
        if (IsContentsLine(block, start))
            return null;
        var isInline = place is LabelPlace.AfterSentence or LabelPlace.InSentence or LabelPlace.AfterReference;
        var written = LabelGrammar.ReadAt(block.Text, start, block.Kind == BlockKind.Heading)
            .Where(w => start + w.Length <= block.Text.Length).ToList();
        if (isInline)
            written.RemoveAll(w => w.IsLoose || !(w.HasSeparator || w.HasKeyword) || (w.IsLocal && place != LabelPlace.AfterSentence));
        var end = written.Count > 0 ? start + written[0].Length : start;
        // Behind the heading of a task comes the label of its first question, not yet its text.
        var mayRepeat = !isInline
            && (written.Count == 0 || written.Any(w => w.IsLocal || w.Path.Count > 1 || _sheet.FindQuestion(w.Path) >= 0));
        var repeated = !mayRepeat ? null
            : _repeated.MatchAt(_blocks, Words, new ReportPosition(index, end), written.Count > 0) ?? BelowTitle(index, end, written);
        var readings = new List<LabelReading>();
        foreach (var w in written)
            readings.AddRange(LabelScore.Readings(w, Looks(block, start, w, place), _sheet, repeated?.Question ?? -1));
        // Whatever number stands before it: the text says which question it is.
        if (repeated is { } said && !readings.Exists(r => r.Kind == LabelKind.Question && r.Target == said.Question))
        {
            end = readings.Count == 0 ? start : end;
            readings.Add(new LabelReading(LabelKind.Question, said.Question, "", Outline: false, LabelScore.RepeatedAlone));
        }

        if (readings.Count == 0 && block.Kind == BlockKind.Heading && place == LabelPlace.BlockStart && EndHeading().IsMatch(block.Text))
            readings.Add(new LabelReading(LabelKind.End, 0, "", Outline: false, LabelScore.EndHeading));
        if (readings.Count == 0)
            return null;
        var line = block.Lines.LastOrDefault(l => l.Start <= start) ?? (block.Lines.Count > 0 ? block.Lines[0] : null);
        return new LabelCandidate
        {
            Block = index,
            Start = start,
            End = end,
            Readings = readings,
            X = line?.Box.X ?? 0,
            Page = line?.Page ?? 0,
            Further = [.. written.Take(1).SelectMany(w => w.Further).Select(_sheet.FindQuestion).Where(q => q >= 0)],
            Repeated = repeated?.Question ?? -1,
            RepeatedEnd = repeated?.End ?? default,
        };
    }

    /// <summary>
    /// The repeated text of a question below a title: one label, and not two. Whatever number a heading has, it belongs to what stands
    /// below it and not to the answer above; another line must have the question's number and a title.
    /// </summary>
    private (int Question, ReportPosition End)? BelowTitle(int index, int end, List<LabelText> written)
    {
        var next = new ReportPosition(index + 1, 0);
        if (next.Block >= _blocks.Count || _repeated.MatchAt(_blocks, Words, next, isLabelled: false) is not { } below)
            return null;
        var isTitle = _blocks[index].Kind == BlockKind.Heading
            || written.Exists(w => w.IsLocal ? w.Path[0] == _sheet.LocalOf(below.Question) : _sheet.FindQuestion(w.Path) == below.Question)
            && _titles.IsTitleOf(below.Question, _blocks[index].Text[end..].TrimEnd().TrimEnd('.'));
        return isTitle ? below : null;
    }

    private LabelLooks Looks(ReportBlock block, int start, LabelText written, LabelPlace place)
    {
        var end = start + written.Length;
        var text = block.Text;
        var line = block.Lines.LastOrDefault(l => l.Start <= start);
        var lineEnd = line is null ? text.Length : Math.Min(text.Length, line.Start + line.Length);
        var rest = text.AsSpan(Math.Min(end, text.Length));
        var sameLine = end < lineEnd ? text.AsSpan(end, lineEnd - end) : [];
        return new LabelLooks
        {
            Place = place,
            IsHeading = block.Kind == BlockKind.Heading && place == LabelPlace.BlockStart,
            IsBold = place == LabelPlace.BlockStart && block.BoldPrefixLength > 0 && block.BoldPrefixLength >= written.Length / 2,
            IsLarge = block.FontSize > 1.1 * _bodySize,
            IsAlone = (!sameLine.ContainsAnyInRange('0', '9') && !HasLetter(sameLine)) || IsCell(block, start, end),
            IsFollowedByNumbers = !HasLetter(rest[..Math.Min(rest.Length, 40)]) && rest.ContainsAnyInRange('0', '9'),
            IsFollowedByLowerCase = LowerCaseWord().IsMatch(rest[..Math.Min(rest.Length, 12)]),
            IsFormula = block.Kind is BlockKind.Formula or BlockKind.Table,
            IsShortBlock = text.Length - start < 90,
        };
    }

    /// <summary>Whether a label fills the first cell of a table's row.</summary>
    private static bool IsCell(ReportBlock block, int start, int end) =>
        block.Kind == BlockKind.Table && (start == 0 || block.Text[start - 1] == '\n')
        && block.Text.AsSpan(start, Math.Min(end, block.Text.Length) - start).Contains('\t');

    /// <summary>Whether a place lies in a line of a table of contents: dots that lead to a page number.</summary>
    private static bool IsContentsLine(ReportBlock block, int start)
    {
        var line = block.Lines.LastOrDefault(l => l.Start <= start);
        if (line is null)
            return false;
        return ContentsLine().IsMatch(block.Text.AsSpan(line.Start, Math.Min(line.Length, block.Text.Length - line.Start)));
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c) || char.IsSurrogate(c))
                return true;
        }

        return false;
    }

    // Words after which a number refers to a question, an equation or a quantity.
    [GeneratedRegex(
        @"(?:\b(?:see|in|from|equation|gleichung|as|of|to|by|with|and|or|than|is|are|about|for|at|under|"
        + @"task|exercise|problem|question|part|section|"
        + @"figure|table|siehe|aus|bei|von|nach|mit|und|oder|als|zu|wie|laut|aufgabe|frage|teil|abschnitt|ist|sind|etwa|approximately|"
        + @"factor|faktor|value|wert|page|seite|(?:eqn?|gl|fig|abb|tab|vgl|cf|aufg|ca|s)\.?)|[=+*/<>≈≤≥∈·×,(\[-])\s*\(?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ReferenceWord();

    [GeneratedRegex(@"(?:\.\s?){4,}\s*\d{1,3}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ContentsLine();

    [GeneratedRegex(@"^\p{Ll}{3,}\b", RegexOptions.CultureInvariant)]
    private static partial Regex LowerCaseWord();

    [GeneratedRegex(
        @"^\W*(?:\d{1,2}\.?\s+)?(?:references|bibliography|literatur(?:verzeichnis)?|quellen|appendix|anhang)\b.{0,20}$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EndHeading();
}
