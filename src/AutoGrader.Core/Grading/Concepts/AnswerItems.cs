using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>The items of an answer to "name two": list items, numbers, "first … second", paragraphs.</summary>
internal sealed partial class AnswerItems
{
    private AnswerItems(IReadOnlyList<IReadOnlyList<Sentence>> items, IReadOnlyList<Sentence> introduction, bool areMarked)
    {
        Items = items;
        Introduction = introduction;
        AreMarked = areMarked;
    }

    /// <summary>The items in order.</summary>
    public IReadOnlyList<IReadOnlyList<Sentence>> Items { get; }

    /// <summary>What precedes the first marked item.</summary>
    public IReadOnlyList<Sentence> Introduction { get; }

    /// <summary>Whether the student marked where items begin, so that they can be counted.</summary>
    public bool AreMarked { get; }

    /// <summary>Finds the items.</summary>
    public static AnswerItems Of(IReadOnlyList<Sentence> sentences, IReadOnlyList<ReportBlock> blocks)
    {
        var starts = Enumerable.Range(0, sentences.Count).Where(i => IsMarked(sentences[i], blocks)).ToList();
        if (starts.Count >= 2)
            return new AnswerItems(CutAt(sentences, starts), [.. sentences.Take(starts[0])], areMarked: true);
        starts = [.. Enumerable.Range(0, sentences.Count).Where(i => i == 0 || sentences[i].Block != sentences[i - 1].Block)];
        return new AnswerItems(CutAt(sentences, starts), [], areMarked: false);
    }

    private static List<IReadOnlyList<Sentence>> CutAt(IReadOnlyList<Sentence> sentences, List<int> starts) =>
        [.. starts.Select((start, i) => sentences.Skip(start).Take((i + 1 < starts.Count ? starts[i + 1] : sentences.Count) - start).ToList())];

    private static bool IsMarked(Sentence sentence, IReadOnlyList<ReportBlock> blocks)
    {
        var isFirstOfBlock = blocks[sentence.Block].Text.AsSpan(0, sentence.Start).IsWhiteSpace();
        return (isFirstOfBlock && blocks[sentence.Block].Kind == BlockKind.ListItem) || Marker().IsMatch(sentence.Text);
    }

    [GeneratedRegex(
        @"^[\s(*]*(\d{1,2}[.)]\s|\(?[a-h]\)\s|\(?i{1,3}\)\s|[-–•]\s|factor\s+(\d|one|two|three)|faktor\s+(\d|eins|zwei|drei)|(the\s+|a\s+|one\s+)?(first|second|third)(ly)?\b"
        + @"|(der\s+|ein\s+)?(erster?|zweiter?|dritter?)\b|erstens\b|zweitens\b|drittens\b|zum\s+einen\b|zum\s+anderen\b|einerseits\b|andererseits\b|(the\s+other|another|ein\s+anderer|ein\s+weiterer)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Marker();
}
