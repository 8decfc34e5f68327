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
        var tokens = sentence.Tokens.Select(t => Subscript(t, sentence)).ToList();
        for (var i = 0; i < tokens.Count; i++)
        {
            var name = names.Where(n => Stands(n.Words, tokens, i)).OrderByDescending(n => n.Words.Count).FirstOrDefault();
            if (name.Words is null)
                continue;
            var last = i + name.Words.Count - 1;
            mentions.Add(new SubjectMention(name.Subject, sentence.Tokens[i].Start, sentence.Tokens[last].Start + sentence.Tokens[last]
                .Length));
            i = last;
        }
        return mentions;
    }

    private static bool Stands(IReadOnlyList<WordPattern> words, List<Token> tokens, int start) =>
        start + words.Count <= tokens.Count
            && words.Index().All(w => tokens[start + w.Index].Kind == TokenKind.Word && w.Item.Matches(tokens[start + w.Index].Form));

    // T_att, T_{conv}: a quantity of what its subscript names.
    private static Token Subscript(Token token, Sentence sentence)
    {
        var text = sentence.Text.Substring(token.Start - sentence.Start, token.Length);
        var mark = text.IndexOf('_', StringComparison.Ordinal);
        return mark < 0 ? token : token with { Form = WordFolding.Fold(text[(mark + 1)..]) };
    }
}
