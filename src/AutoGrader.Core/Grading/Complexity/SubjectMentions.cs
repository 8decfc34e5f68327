using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Complexity;

/// <summary>Finds where a text names what the criteria are about.</summary>
internal sealed class SubjectMentions
{
    private readonly List<(int Subject, IReadOnlyList<WordPattern> Words)> names;

    public SubjectMentions(IReadOnlyList<ComplexityCriterion> criteria) => names =
    [
        .. criteria.SelectMany((criterion, subject) => criterion.About
            .SelectMany(phrase => phrase.Parsed.Phrase?.Parts ?? [])
            .SelectMany(variants => variants)
            .SelectMany(part => part.Required)
            .SelectMany(group => group.Alternatives)
            .Select(words => (subject, words))),
    ];

    /// <summary>The mentions in a sentence in its order, none overlapping another.</summary>
    public IReadOnlyList<SubjectMention> In(Sentence sentence)
    {
        var mentions = new List<SubjectMention>();
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            var name = names.Where(n => Stands(n.Words, sentence.Tokens, i)).OrderByDescending(n => n.Words.Count).FirstOrDefault();
            if (name.Words is null)
                continue;
            var last = i + name.Words.Count - 1;
            mentions.Add(new SubjectMention(name.Subject, sentence.Tokens[i].Start, sentence.Tokens[last].Start + sentence.Tokens[last]
                .Length));
            i = last;
        }
        return mentions;
    }

    private static bool Stands(IReadOnlyList<WordPattern> words, IReadOnlyList<Token> tokens, int start) =>
        start + words.Count <= tokens.Count
            && words.Index().All(w => tokens[start + w.Index].Kind == TokenKind.Word && w.Item.Matches(tokens[start + w.Index].Form));
}
