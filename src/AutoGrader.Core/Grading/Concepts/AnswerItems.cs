using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>The items of an answer to "name two": list items, numbers, "first … second", paragraphs.</summary>
internal sealed partial class AnswerItems
{
    private AnswerItems(IReadOnlyList<Passage> counted, IReadOnlyList<Passage> surplus, bool areMarked)
    {
        AreMarked = areMarked;
        Counted = counted;
        Surplus = surplus;
    }

    /// <summary>Whether the student marked where items begin, so that they can be counted.</summary>
    public bool AreMarked { get; }

    /// <summary>
    /// What may earn points: what precedes the first item, and the items asked for. Everything where items cannot be counted.
    /// </summary>
    public IReadOnlyList<Passage> Counted { get; }

    /// <summary>The items beyond those asked for.</summary>
    public IReadOnlyList<Passage> Surplus { get; }

    /// <summary>Finds the items.</summary>
    /// <param name="sentences">The sentences of the answer.</param>
    /// <param name="blocks">The blocks they stand in.</param>
    /// <param name="asked">How many items the question asks for.</param>
    public static AnswerItems Of(IReadOnlyList<Sentence> sentences, IReadOnlyList<ReportBlock> blocks, int asked)
    {
        var starts = Enumerable.Range(0, sentences.Count).Where(i => IsMarked(sentences[i], blocks)).ToList();
        if (starts.Count >= 2)
        {
            var items = CutAt(sentences, starts).ConvertAll(i => new Passage(i, isOneThought: true));
            var introduction = new Passage([.. sentences.Take(starts[0])], isOneThought: false);
            return new AnswerItems([introduction, .. items.Take(asked)], [.. items.Skip(asked)], areMarked: true);
        }

        starts = [.. Enumerable.Range(0, sentences.Count).Where(i => i == 0 || sentences[i].Block != sentences[i - 1].Block)];
        var paragraphs = CutAt(sentences, starts);
        return new AnswerItems([.. paragraphs.Select(p => new Passage(p, isOneThought: paragraphs.Count == asked))], [], areMarked: false);
    }

    /// <summary>What may be an item of its own within a sentence: "the learning rate and the vanishing gradient" names two.</summary>
    public static IEnumerable<Sentence> PartsOf(Sentence sentence)
    {
        var start = 0;
        for (var i = 0; i <= sentence.Tokens.Count; i++)
        {
            if (i < sentence.Tokens.Count && sentence.Tokens[i].Form is not ("and" or "und" or "sowie"))
                continue;
            if (sentence.Tokens.Skip(start).Take(i - start).Any(t => t.Kind == TokenKind.Word))
                yield return sentence.Part(start, i);
            start = i + 1;
        }
    }

    private static List<IReadOnlyList<Sentence>> CutAt(IReadOnlyList<Sentence> sentences, List<int> starts) =>
        [.. starts.Zip([.. starts.Skip(1), sentences.Count], (from, to) => sentences.Skip(from).Take(to - from).ToList())];

    private static bool IsMarked(Sentence sentence, IReadOnlyList<ReportBlock> blocks)
    {
        var isFirstOfBlock = blocks[sentence.Block].Text.AsSpan(0, sentence.Start).IsWhiteSpace();
        return (isFirstOfBlock && blocks[sentence.Block].Kind == BlockKind.ListItem) || Marker().IsMatch(sentence.Text);
    }

    [GeneratedRegex(
        @"^[\s(*]*(\d{1,2}[.)]\s|\(?[a-h]\)\s|\(?i{1,3}\)\s|[-–•]\s|factor\s+(\d|one|two|three)|faktor\s+(\d|eins|zwei|drei)"
        + @"|(the\s+|a\s+|one\s+)?(first|second|third)(ly)?\b|(der\s+|ein\s+)?(erster?|zweiter?|dritter?)\b|(erst|zweit|dritt)ens\b"
        + @"|zum\s+(einen|anderen)\b|(einer|anderer)seits\b|(the\s+other|another|ein\s+anderer|ein\s+weiterer)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Marker();
}
