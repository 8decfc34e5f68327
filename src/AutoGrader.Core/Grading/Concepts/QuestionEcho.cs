using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Tells sentences that repeat the question from a student's own: repeating it earns nothing.</summary>
internal sealed class QuestionEcho
{
    private const double Copied = 0.85;
    private readonly HashSet<string> _pairs = new(StringComparer.Ordinal);

    /// <summary>Remembers a question in both languages.</summary>
    public QuestionEcho(Question question)
    {
        foreach (var text in new[] { question.Text.English, question.Text.German, question.Title.English, question.Title.German })
            _pairs.UnionWith(Pairs(Tokenizer.Read(text)));
    }

    /// <summary>Whether nearly every pair of neighbouring words of a sentence stands in the question.</summary>
    public bool Holds(Sentence sentence)
    {
        var pairs = Pairs(sentence.Tokens).ToList();
        return pairs.Count > 0 && pairs.Count(_pairs.Contains) >= Copied * pairs.Count;
    }

    private static IEnumerable<string> Pairs(IReadOnlyList<Token> tokens)
    {
        var words = tokens.Where(t => t.Kind != TokenKind.Break).Select(t => t.Form).ToList();
        return words.Zip(words.Skip(1), (a, b) => $"{a} {b}");
    }
}
