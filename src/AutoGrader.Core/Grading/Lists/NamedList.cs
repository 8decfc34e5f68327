using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Lists;

/// <summary>What an answer to "name two" names, ready to be counted.</summary>
internal sealed class NamedList
{
    private const int ShortPart = 4;
    private const int ShortestName = 3;

    private readonly Answer answer;
    private readonly IReadOnlyList<Sentence> sentences;
    private readonly IReadOnlyList<NamedItem> items;
    private readonly HashSet<string> asked;

    public NamedList(Question question, IReadOnlyList<ListCriterion> criteria, Answer answer, GradingContext context)
    {
        this.answer = answer;
        var echo = new QuestionEcho(question);
        sentences = [.. AnswerText.SentencesOf(answer.Blocks).Where(s => !echo.Holds(s))];
        asked = criteria.Select(NamedItems.ItemOf).ToHashSet(StringComparer.Ordinal);
        items = NamedItems.In(sentences, question, criteria, answer, context);
        Asserted = [.. items.Where(i => !i.IsDenied).DistinctBy(i => i.Item)];
        Counted = question.ItemsAsked ?? Asserted.Count;
        IsUnsettled = AnswerRemarks.CorrectsItself(sentences);
        IsNoAnswer = sentences.Sum(s => s.Words) == 0 || AnswerRemarks.IsRefusal(sentences);
        RefersElsewhere = AnswerRemarks.RefersElsewhere(sentences);
    }

    /// <summary>What is named, each once, in order.</summary>
    public IReadOnlyList<NamedItem> Asserted { get; }

    /// <summary>How many of them count.</summary>
    public int Counted { get; }

    /// <summary>Whether the student takes something back.</summary>
    public bool IsUnsettled { get; }

    /// <summary>Whether nothing is said in words of the student's own.</summary>
    public bool IsNoAnswer { get; }

    /// <summary>Whether the student refers to another place of the report.</summary>
    public bool RefersElsewhere { get; }

    /// <summary>Whether a criterion asks for an item.</summary>
    public bool IsAsked(string? item) => item is not null && asked.Contains(item);

    public bool IsDenied(string item) => items.Any(i => i.IsDenied && i.Item == item);

    /// <summary>Whether an item may be meant where something else was understood.</summary>
    public bool MayBeMeant(string item) => items.Any(i => i.Otherwise == item);

    /// <summary>
    /// Whether items stand in one list, so that their order is the student's: in one sentence, or in items of a list. Not where one stands
    /// in brackets: "n (how many queries) and d_v" names two things, not three.
    /// </summary>
    public bool IsOneList(IReadOnlyList<NamedItem> some) => !some.Any(IsAside)
        && (some.All(i => i.Sentence == some[0].Sentence) || some.All(i => answer.Blocks[i.Sentence.Block].Kind == BlockKind.ListItem));

    /// <summary>How many things are named before an item that were not understood: parts of an enumeration, items of a list.</summary>
    public int StrangersBefore(NamedItem item)
    {
        var listItems = sentences.Where(s => s.Block < item.Sentence.Block && answer.Blocks[s.Block].Kind == BlockKind.ListItem)
            .GroupBy(s => s.Block).Count(block => !items.Any(i => block.Contains(i.Sentence)));
        return listItems + PartsBefore(item).Count(p => !items.Any(x => x.Sentence == item.Sentence && x.Start < p.End && p.Start < x.End));
    }

    // What stands between commas and conjunctions; an introduction ("what remains:"), an aside in brackets and a long clause name nothing.
    private static IEnumerable<(int Start, int End)> PartsBefore(NamedItem item)
    {
        var tokens = item.Sentence.Tokens;
        var from = 0;
        for (var i = 0; i < tokens.Count && tokens[i].Start < item.Start; i++)
        {
            var isBreak = tokens[i].Kind == TokenKind.Break;
            if (!isBreak && tokens[i].Form is not ("and" or "und" or "sowie"))
                continue;
            var mark = isBreak ? SignAt(item.Sentence, tokens[i]) : ',';
            var isAside = from > 0 && SignAt(item.Sentence, tokens[from - 1]) == '(';
            var words = tokens.Skip(from).Take(i - from).Where(t => t.Kind == TokenKind.Word).ToList();
            if (mark == ',' && !isAside && words.Count <= ShortPart && words.Exists(w => w.Form.Length >= ShortestName))
                yield return (words[0].Start, tokens[i].Start);
            from = i + 1;
        }
    }

    private static char SignAt(Sentence sentence, Token token) => sentence.Text[token.Start - sentence.Start];

    private static bool IsAside(NamedItem item)
    {
        var before = item.Sentence.Text.AsSpan(0, Math.Clamp(item.Start - item.Sentence.Start, 0, item.Sentence.Text.Length));
        return before.LastIndexOf('(') > before.LastIndexOf(')');
    }

    public IEnumerable<Evidence> Locate(NamedItem item) =>
        EvidenceFinder.Find(answer.Blocks[item.Sentence.Block], item.Start, item.End - item.Start);
}
