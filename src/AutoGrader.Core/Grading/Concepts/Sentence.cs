namespace AutoGrader.Core.Grading.Concepts;

/// <summary>A sentence (or a heading, a list item without a full stop, a line of code) of an answer.</summary>
internal sealed record Sentence
{
    /// <summary>The index of its block in the answer.</summary>
    public required int Block { get; init; }

    /// <summary>Where it begins in the block's text.</summary>
    public required int Start { get; init; }

    /// <summary>How long it is.</summary>
    public required int Length { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The tokens; their places count in the block's text.</summary>
    public required IReadOnlyList<Token> Tokens { get; init; }

    /// <summary>Whether it asks rather than asserts.</summary>
    public bool IsQuestion => Text.EndsWith('?');

    /// <summary>Whether it is a row of keywords that asserts nothing.</summary>
    public bool IsKeywordList => Tokens.Count(t => t.Kind == TokenKind.Break) is >= 5 and var breaks && Words <= 2 * (breaks + 1);

    /// <summary>The number of words and quantities.</summary>
    public int Words => Tokens.Count(t => t.Kind == TokenKind.Word);

    /// <summary>A part of it, from one token up to (not including) another; not empty.</summary>
    public Sentence Part(int from, int to)
    {
        var start = Tokens[from].Start;
        var length = to < Tokens.Count ? Tokens[to].Start - start : Start + Length - start;
        return this with
        {
            Start = start,
            Length = length,
            Text = Text.Substring(start - Start, length),
            Tokens = [.. Tokens.Skip(from).Take(to - from)],
        };
    }
}
