namespace AutoGrader.Core.Grading.Notation;

/// <summary>A piece of text with linear mathematics.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">
/// The normal form: scripts joined to the name (<c>d_k</c>, <c>d_{k}</c>, <c>dₖ</c> are <c>dk</c>), mathematical alphabets as plain
/// letters, variants of a sign as one. Upper and lower case stay: <c>n</c> and <c>N</c> are different symbols.
/// </param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="IsTransposed">Whether a name carries a transposition mark: <c>K^T</c>, <c>K.T</c>.</param>
/// <param name="IsScripted">Whether a name carries a subscript, so that it is certainly a symbol.</param>
internal sealed record NotationToken(NotationKind Kind, string Text, int Start, int Length, bool IsTransposed = false,
    bool IsScripted = false)
{
    public int End => Start + Length;

    /// <summary>Whether it looks like a word of a language rather than a symbol.</summary>
    public bool IsWord =>
        Kind == NotationKind.Name && !IsScripted && Text.Length > 1 && Text.All(char.IsLetter) && Text.Skip(1).All(char.IsLower);

    /// <summary>The word in lower case.</summary>
    public string Word => Text.ToLowerInvariant();

    public bool Is(string sign) => Kind == NotationKind.Sign && Text == sign;

    public bool IsAny(params ReadOnlySpan<string> signs) => Kind == NotationKind.Sign && signs.Contains(Text);
}
