using AutoGrader.Core.Grading.Concepts;

namespace AutoGrader.Core.Review;

/// <summary>In which words an answer differs from the one that is shown for its group.</summary>
/// <param name="Added">Words that only this answer has, as written.</param>
/// <param name="Missing">Words that only the other one has, as written.</param>
public sealed record AnswerDifferences(IReadOnlyList<string> Added, IReadOnlyList<string> Missing)
{
    /// <summary>Compares an answer with the one that is shown.</summary>
    public static AnswerDifferences Of(string answer, string shown)
    {
        var (own, others) = (Tokenizer.Read(answer), Tokenizer.Read(shown));
        return new AnswerDifferences(Only(answer, own, others), Only(shown, others, own));
    }

    private static IReadOnlyList<string> Only(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Token> others)
    {
        var known = others.Select(t => t.Form).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. tokens.Where(t => t.Kind != TokenKind.Break && !known.Contains(t.Form))
                .DistinctBy(t => t.Form, StringComparer.Ordinal)
                .Select(t => text.Substring(t.Start, t.Length)),
        ];
    }
}
