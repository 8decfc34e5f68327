using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Rehearsal;

/// <summary>Which phrases of a rubric an answer says.</summary>
internal sealed class SaidPhrases
{
    private readonly IReadOnlyList<Passage> _passages;

    private SaidPhrases(IReadOnlyList<Sentence> sentences) => _passages = [new Passage(sentences, isOneThought: false)];

    public static SaidPhrases In(Answer answer) => new(AnswerText.SentencesOf(answer.Blocks));

    /// <summary>Whether a phrase is found at all, be it denied or far apart.</summary>
    public bool Mentions(Phrase phrase) => LevelMatcher.Best([phrase], _passages) is not null;

    /// <summary>Whether a phrase is said plainly.</summary>
    public bool Asserts(Phrase phrase) => LevelMatcher.Best([phrase], _passages) is { IsPlain: true };
}
