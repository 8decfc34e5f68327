namespace AutoGrader.Core.Grading.Concepts;

/// <summary>What students say about their answer rather than in it.</summary>
internal static class AnswerRemarks
{
    private const int LongestRefusal = 14;

    private static readonly CompiledPhrase[] Refusals = Compile(
        "i | we + not + know | sure | idea | clue | answer | solve | understand | remember",
        "ich | wir | leider + not + weiß | wissen | sicher | beantworten | gelöst | lösen | bearbeitet | ahnung | verstanden | geschafft",
        "no answer | not answered | no idea | skipped | no time | keine antwort | nicht beantwortet | nicht bearbeitet | keine ahnung | keine zeit");

    private static readonly CompiledPhrase[] Corrections = Compile(
        "wait | oops | scratch that | strike that | correction | edit | on second thought | i mean | ignore the above | my mistake",
        "korrektur | quatsch | stimmt doch nicht | doch nicht richtig | vergesst das | ich meine | verschrieben | nochmal korrigiert");

    private static readonly CompiledPhrase[] References = Compile(
        "see above | see below | see task | see question | see answer | as above | same as in | as in task | as in question | as explained",
        "siehe oben | siehe unten | siehe aufgabe | siehe frage | wie oben | wie in aufgabe | wie bei");

    /// <summary>Whether the answer only says that there is none.</summary>
    public static bool IsRefusal(IReadOnlyList<Sentence> sentences) =>
        sentences.Sum(s => s.Words) <= LongestRefusal && Says(Refusals, sentences);

    /// <summary>Whether the student takes something back: what stands may not be what is meant.</summary>
    public static bool CorrectsItself(IReadOnlyList<Sentence> sentences) => Says(Corrections, sentences);

    /// <summary>Whether the student refers to another place of the report.</summary>
    public static bool RefersElsewhere(IReadOnlyList<Sentence> sentences) => Says(References, sentences);

    private static bool Says(CompiledPhrase[] phrases, IReadOnlyList<Sentence> sentences) =>
        Array.Exists(phrases, p => PhraseMatcher.Find(p, [new Passage(sentences, IsOneThought: false)]) is { IsPlain: true });

    private static CompiledPhrase[] Compile(params string[] phrases) => [.. phrases.Select(p => PhraseParser.Parse(p).Phrase!)];
}
