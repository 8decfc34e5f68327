using System.Text.RegularExpressions;

namespace AutoGrader.Core.Reading.Locating;

/// <summary>
/// Recognises the printed text of a question where a student repeats it, however the lines break and whatever became of its formulas:
/// the words are aligned in order, gaps and slips allowed.
/// </summary>
internal sealed partial class RepeatedQuestion
{
    private const int FewestWords = 4;
    private const double SmallestShare = 0.6;
    private const double Gap = 0.4;
    private const int LongestPiece = 12;

    private readonly List<(int Question, string[] Words)> _texts = [];

    public RepeatedQuestion(IReadOnlyList<OutlineQuestion> questions)
    {
        for (var i = 0; i < questions.Count; i++)
        {
            foreach (var text in new[] { questions[i].Text.English, questions[i].Text.German }.Distinct(StringComparer.Ordinal))
            {
                var words = ReportWords.Split(text).Select(w => w.Text).ToArray();
                if (words.Length >= FewestWords)
                    _texts.Add((i, words));
            }
        }
    }

    /// <summary>The question whose text begins at a position and where the answer begins behind it, or <c>null</c>.</summary>
    /// <param name="blocks">The report.</param>
    /// <param name="words">Its words.</param>
    /// <param name="position">Where the text would begin.</param>
    /// <param name="isLabelled">Whether a label stands before it; then the text may begin in the next block.</param>
    public (int Question, ReportPosition End)? MatchAt(
        IReadOnlyList<ReportBlock> blocks, ReportWords words, ReportPosition position, bool isLabelled)
    {
        const int FarthestWord = 4;
        var first = words.IndexAt(position);
        if (first >= words.Count)
            return null;
        var begin = words[first].Position;
        var isNextBlock = isLabelled && begin.Block == position.Block + 1
            && !blocks[begin.Block].Text.AsSpan(0, begin.Offset).ContainsAnyInRange('0', '9');
        if (!isNextBlock && (begin.Block != position.Block || begin.Offset > position.Offset + FarthestWord))
            return null;
        (int Question, int LastWord, double Share)? best = null;
        foreach (var (question, text) in _texts)
        {
            if (Align(text, words, first) is var (lastWord, share) && share >= SmallestShare && share > (best?.Share ?? 0))
                best = (question, lastWord, share);
        }

        return best is { } found && EndBehind(blocks, words, found.LastWord) is { } end ? (found.Question, end) : null;
    }

    /// <summary>Aligns a question with the words from an index on: the last aligned word and the share of the question's words.</summary>
    private static (int LastWord, double Share)? Align(string[] question, ReportWords words, int first)
    {
        var length = Math.Min(words.Count - first, question.Length + question.Length / 4 + 4);
        if (length < FewestWords || !BeginsAlike(question, words, first))
            return null;
        var score = new double[question.Length + 1, length + 1];
        var matches = new int[question.Length + 1, length + 1];
        for (var i = 1; i <= question.Length; i++)
            score[i, 0] = -Gap * i;
        for (var j = 1; j <= length; j++)
            score[0, j] = -Gap * j;
        var (best, bestMatches, last) = (0.0, 0, -1);
        for (var i = 1; i <= question.Length; i++)
        {
            for (var j = 1; j <= length; j++)
            {
                var same = question[i - 1] == words[first + j - 1].Text;
                score[i, j] = score[i - 1, j - 1] + (same ? 1 : -2 * Gap);
                matches[i, j] = matches[i - 1, j - 1] + (same ? 1 : 0);
                if (score[i - 1, j] - Gap > score[i, j])
                    (score[i, j], matches[i, j]) = (score[i - 1, j] - Gap, matches[i - 1, j]);
                if (score[i, j - 1] - Gap > score[i, j])
                    (score[i, j], matches[i, j]) = (score[i, j - 1] - Gap, matches[i, j - 1]);
                if (same && score[i, j] > best)
                    (best, bestMatches, last) = (score[i, j], matches[i, j], first + j - 1);
            }
        }

        return last < 0 || bestMatches < FewestWords ? null : (last, (double)bestMatches / question.Length);
    }

    // An answer that takes up the words of the question begins differently ("Why is the hidden state…" against "The hidden state is…").
    private static bool BeginsAlike(string[] question, ReportWords words, int first)
    {
        const int Beginning = 6;
        if (!question.AsSpan(0, 3).Contains(words[first].Text))
            return false;
        var heard = Enumerable.Range(first, Math.Min(Beginning, words.Count - first)).Select(i => words[i].Text).ToList();
        return question.Take(Beginning - 1).Count(heard.Contains) >= 3;
    }

    /// <summary>The end of the sentence behind the last aligned word; <c>null</c> where the sentence goes on and is an answer.</summary>
    private static ReportPosition? EndBehind(IReadOnlyList<ReportBlock> blocks, ReportWords words, int lastWord)
    {
        var word = words[lastWord];
        var (block, offset) = (word.Position.Block, word.Position.Offset + word.Length);
        var text = blocks[block].Text;
        var tail = SentenceTail().Match(text, offset);
        if (!tail.Success)
            return null;
        offset += tail.Length;
        // Points that a formula has pushed into a block of their own.
        if (offset >= text.Length && block + 1 < blocks.Count && ShortPoints().Match(blocks[block + 1].Text) is { Success: true } points)
            (block, offset) = (block + 1, points.Length);
        else
            offset += LabelGrammar.PointsLengthAt(text, offset);
        // Pieces of a formula that the reading order has put behind the end.
        text = blocks[block].Text;
        if (text.Length - offset <= LongestPiece && !ReportWords.Split(text[offset..]).Any())
            offset = text.Length;
        return AnswerMarkerEnd(blocks, new ReportPosition(block, offset));
    }

    /// <summary>Skips "Answer:" and the like, in the same block or at the beginning of the next.</summary>
    public static ReportPosition AnswerMarkerEnd(IReadOnlyList<ReportBlock> blocks, ReportPosition position)
    {
        var (block, offset) = position;
        if (string.IsNullOrWhiteSpace(blocks[block].Text[offset..]))
            (block, offset) = (block + 1, 0);
        return block < blocks.Count && AnswerMarker().Match(blocks[block].Text, offset) is { Success: true } marker
            ? new ReportPosition(block, offset + marker.Length)
            : position;
    }

    // Formulas at the end of the question are not words; at most one further short word ("the final output is QK^T V").
    [GeneratedRegex(
        @"\G(?:[^\p{L}?!]|\p{L}{1,2}(?!\p{L})|sqrt)*?(?:[?!]|[.:](?!\d)|\(\s*\d+\s*p\w*\s*\)|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SentenceTail();

    [GeneratedRegex(@"^.{0,12}?\(\s*\d{1,2}\s*(?:p|points?|punkte?)\s*\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ShortPoints();

    [GeneratedRegex(
        @"\G\s*(?:(?:my\s+)?(?:answer|solution|response|antwort|lösung)\s*[:.–—-]|(?:answer|antwort|solution|lösung)\s*$|a:)\s*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AnswerMarker();
}
