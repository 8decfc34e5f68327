namespace AutoGrader.Core.Grading.Concepts;

/// <summary>A word, a symbol or a mark that ends a clause, with its place in the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Form">The folded form (<see cref="WordFolding"/>).</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is there.</param>
internal sealed record Token(TokenKind Kind, string Form, int Start, int Length)
{
    /// <summary>The end of a sentence between two that are read together.</summary>
    public static Token Stop { get; } = new(TokenKind.Break, ".", 0, 0);
}
