namespace AutoGrader.Core.Grading.Concepts;

/// <summary>What students say about their answer rather than in it.</summary>
internal static class AnswerRemarks
{
    private const int LongestRefusal = 14;

    private static readonly CompiledPhrase[] Refusals = Compile(
        "i | we + not + know | sure | idea | clue | answer | solve | understand | remember",
        "ich | wir | leider + not + weiß | wissen | sicher | beantworten | gelöst | lösen | bearbeitet | ahnung | verstanden | geschafft",
        "n/a | n.a.",
        "no answer | not answered | no idea | skipped | no time",
        "keine antwort | nicht beantwortet | nicht bearbeitet | keine ahnung | keine zeit");

    private static readonly CompiledPhrase[] Corrections = Compile(
        "wait no | no wait | oops | scratch that | strike that | on second thought",
        "ignore the above | ignore that | my mistake | not true what i wrote",
        "quatsch | stimmt doch nicht | doch nicht richtig | streiche das | oben falsch | obiges ignorieren");

    // These correct only at the beginning of a sentence: "correction: ...", but "the correction travels back".
    private static readonly HashSet<string> CorrectingHeads =
        new[] { "wait", "correction", "edit", "sorry", "korrektur", "nein", "moment", "halt", "update" }
            .Select(WordFolding.Fold)
            .ToHashSet(StringComparer.Ordinal);

    private static readonly CompiledPhrase[] Additions = Compile(
        "third* | additionally | furthermore | moreover | and also | another | besides | on top of that",
        "drittens | außerdem | zudem | ferner | weiterhin | des weiteren | darüber hinaus | und auch");

    private static readonly CompiledPhrase[] References = Compile(
        "see above | see below | see task | see question | see answer | as above | same as in | as in task | as in question | as explained",
        "siehe oben | siehe unten | siehe aufgabe | siehe frage | wie oben | wie in aufgabe | wie bei");

    /// <summary>Whether the answer only says that there is none.</summary>
    public static bool IsRefusal(IReadOnlyList<Sentence> sentences) =>
        sentences.Sum(s => s.Words) <= LongestRefusal && Says(Refusals, sentences);

    /// <summary>Whether the student takes something back: what stands may not be what is meant.</summary>
    public static bool CorrectsItself(IReadOnlyList<Sentence> sentences) =>
        Says(Corrections, sentences)
        || sentences.Skip(1).Any(s =>
            s.Tokens.Count > 1 && CorrectingHeads.Contains(s.Tokens[0].Form) && s.Tokens[1].Kind == TokenKind.Break);

    /// <summary>Whether the student adds something to what was named before.</summary>
    public static bool AddsItems(IReadOnlyList<Sentence> sentences) => Says(Additions, sentences);

    /// <summary>Whether the student refers to another place of the report.</summary>
    public static bool RefersElsewhere(IReadOnlyList<Sentence> sentences) => Says(References, sentences);

    private static bool Says(CompiledPhrase[] phrases, IReadOnlyList<Sentence> sentences)
    {
        Passage[] whole = [new Passage(sentences, isOneThought: false)];
        return Array.Exists(phrases, p => PhraseMatcher.Find(p, whole) is { IsPlain: true });
    }

    private static CompiledPhrase[] Compile(params string[] phrases) => [.. phrases.Select(p => PhraseParser.Parse(p).Phrase!)];
}
