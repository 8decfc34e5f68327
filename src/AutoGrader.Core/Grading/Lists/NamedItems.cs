using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Grading.Notation;
using AutoGrader.Core.Grading.Shapes;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Lists;

/// <summary>Finds everything that an answer to "name two" names: sizes, by letter or in words, and whatever the rubric lists.</summary>
internal sealed class NamedItems
{
    private static readonly WordSet Dismissals = WordSet.Of(
        "cancel* | disappear* | vanish* | drop* out | drops | summed | sums out | contracted | irrelevant | unimportant | "
        + "verschwind* | weg | heraus | raus | entfällt | entfallen | egal | unwichtig | herausgekürzt | kürzt");

    private static readonly WordSet Nothing = WordSet.Of("nothing | nichts | neither | weder | nor | noch");

    private readonly IReadOnlyList<ReportBlock> blocks;
    private readonly StudentSizes sizes;
    private readonly SizePhrases phrases;
    private readonly HashSet<string> askedSizes;
    private readonly List<(string Item, WordSet Names)> listed;

    private NamedItems(Question question, IReadOnlyList<ListCriterion> criteria, Answer answer, GradingContext context)
    {
        blocks = answer.Blocks;
        sizes = StudentSizes.Of(question, answer, context);
        phrases = new SizePhrases(question);
        askedSizes = criteria.Select(c => c.Size).OfType<string>().ToHashSet(StringComparer.Ordinal);
        listed =
        [
            .. criteria.SelectMany(c => c.Names.Select(n => (ItemOf(c), WordSet.Of(n.Parsed.Phrase!)))),
            .. question.OtherItems.Select(n => (n.Source, WordSet.Of(n.Parsed.Phrase!))),
        ];
    }

    /// <summary>The item that a criterion asks for.</summary>
    public static string ItemOf(ListCriterion criterion) => criterion.Size ?? criterion.Id;

    /// <summary>The items in the order in which they are named; the same one may be named again.</summary>
    public static IReadOnlyList<NamedItem> In(
        IReadOnlyList<Sentence> sentences, Question question, IReadOnlyList<ListCriterion> criteria, Answer answer, GradingContext context)
    {
        var items = new NamedItems(question, criteria, answer, context);
        var shapes = ShapeText.Of(answer);
        return [.. sentences.Where(s => !s.IsQuestion).SelectMany(s => items.In(s, shapes[s.Block]))];
    }

    private IEnumerable<NamedItem> In(Sentence sentence, ShapeText text)
    {
        var letters = Letters(sentence, text).ToList();
        var spans = phrases.In(sentence)
            .Select(m => new NamedItem(m.Size, sentence, m.Start, m.End) { Otherwise = m.Otherwise })
            .Concat(Listed(sentence))
            .ToList();
        // "number of dimensions d_k" names one thing.
        return spans.Where(s => !letters.Exists(l => l.Start < s.End && s.Start < l.End)).Concat(letters)
            .OrderBy(i => i.Start)
            .Select(i => i with { IsDenied = IsDenied(sentence, i) });
    }

    private IEnumerable<NamedItem> Listed(Sentence sentence)
    {
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            var best = listed.Select(l => (l.Item, End: l.Names.EndAt(sentence.Tokens, i))).Where(l => l.End is not null)
                .OrderByDescending(l => l.End).FirstOrDefault();
            if (best.End is not { } end)
                continue;
            var last = sentence.Tokens[end - 1];
            yield return new NamedItem(best.Item, sentence, sentence.Tokens[i].Start, last.Start + last.Length);
            i = end - 1;
        }
    }

    // Letters that stand for sizes, and shapes in such letters where they name what is asked for.
    private IEnumerable<NamedItem> Letters(Sentence sentence, ShapeText text)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var token = text.Tokens[i];
            if (token.Kind != NotationKind.Name || token.Start < sentence.Start || token.End > sentence.Start + sentence.Length
                || IsArticle(text.Tokens, i) || sizes.MeaningOf(token) is not { Count: > 0 } meanings)
                continue;
            var asked = meanings.Where(askedSizes.Contains).ToList();
            var isPart = IsFactor(text.Tokens, i) || text.Literals.Any(l => l.First <= i && i <= l.Last && !NamesAsked(l, text));
            if (!isPart)
                yield return new NamedItem(asked.FirstOrDefault() ?? meanings.First(), sentence, token.Start, token.End)
                {
                    Otherwise = asked.Count > 1 ? asked[1] : null,
                };
        }
    }

    private bool NamesAsked(ShapeLiteral literal, ShapeText text) => Enumerable.Range(literal.First, literal.Last - literal.First + 1)
        .Select(i => text.Tokens[i])
        .Where(t => t.Kind == NotationKind.Name)
        .Select(sizes.MeaningOf)
        .Where(m => m.Count > 0)
        .All(m => m.Any(askedSizes.Contains));

    private static bool IsFactor(IReadOnlyList<NotationToken> tokens, int i) =>
        (i > 0 && tokens[i - 1].IsAny("·", "*", "^", "/")) || (i + 1 < tokens.Count && tokens[i + 1].IsAny("·", "*", "^", "/"));

    // "a value", "a × d" with a letter of one's own: only what follows tells.
    private static bool IsArticle(IReadOnlyList<NotationToken> tokens, int i) =>
        tokens[i].Text is "a" or "A" or "I" && i + 1 < tokens.Count && tokens[i + 1] is { IsWord: true, Text.Length: > 1 };

    private bool IsDenied(Sentence sentence, NamedItem item)
    {
        var from = IndexAt(sentence, item.Start);
        var clause = Negation.Clause(sentence.Tokens, from);
        var words = sentence.Tokens.Skip(clause.From).Take(clause.To - clause.From).ToList();
        return Dismissals.IsIn(words) || Nothing.IsIn(words) || IsStruck(sentence, item)
            || Negation.DenialsIn(sentence.Tokens).Any(d => d.Scope.Contains(from) && !IsAbbreviatedNumber(sentence, d.At));
    }

    // no. of queries
    private bool IsAbbreviatedNumber(Sentence sentence, int negator) =>
        sentence.Tokens[negator].Form == "no" && sentence.Tokens[negator] is var token
        && blocks[sentence.Block].Text.AsSpan(token.Start + token.Length).StartsWith(".", StringComparison.Ordinal);

    // ~~struck out~~
    private bool IsStruck(Sentence sentence, NamedItem item)
    {
        var text = blocks[sentence.Block].Text;
        var open = text[..item.Start].Split("~~").Length - 1;
        return open % 2 == 1 && text.IndexOf("~~", item.End, StringComparison.Ordinal) >= 0;
    }

    private static int IndexAt(Sentence sentence, int position)
    {
        var index = 0;
        while (index + 1 < sentence.Tokens.Count && sentence.Tokens[index + 1].Start <= position)
            index++;
        return index;
    }
}
