namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Names of one thing, each of one or several neighbouring words, for engines that read sentences token by token.</summary>
internal sealed class WordSet
{
    private readonly List<IReadOnlyList<WordPattern>> names;

    private WordSet(string source, IEnumerable<IReadOnlyList<WordPattern>> names) => (Source, this.names) = (source, [.. names]);

    /// <summary>The names as written.</summary>
    public string Source { get; }

    /// <summary>The names that phrases list: <c>row | rows | zeile*</c>.</summary>
    /// <exception cref="ArgumentException">A phrase is faulty.</exception>
    public static WordSet Of(params string[] phrases) => Of(Array.ConvertAll(phrases, p => Of(PhraseParser.Parse(p).Phrase
        ?? throw new ArgumentException($"'{p}' is no phrase.", nameof(phrases)))));

    /// <summary>All words that a phrase requires.</summary>
    public static WordSet Of(CompiledPhrase phrase) =>
        new(phrase.Source, phrase.Parts.SelectMany(v => v).SelectMany(p => p.Required).SelectMany(g => g.Alternatives));

    /// <summary>The names of several sets.</summary>
    public static WordSet Of(IReadOnlyCollection<WordSet> sets) =>
        new(string.Join(" | ", sets.Select(s => s.Source)), sets.SelectMany(s => s.names));

    /// <summary>The index after the longest name that begins at a token, or <c>null</c> where none does.</summary>
    public int? EndAt(IReadOnlyList<Token> tokens, int start)
    {
        int? end = null;
        foreach (var name in names)
            if (Stands(name, tokens, start) && !(end > start + name.Count))
                end = start + name.Count;
        return end;
    }

    /// <summary>Whether one of the names begins at a token.</summary>
    public bool At(IReadOnlyList<Token> tokens, int index) => EndAt(tokens, index) is not null;

    /// <summary>Whether one of the names stands anywhere.</summary>
    public bool IsIn(IReadOnlyList<Token> tokens) => Enumerable.Range(0, tokens.Count).Any(i => At(tokens, i));

    /// <summary>
    /// What follows one of the names within a word: <c>dimension</c> in <c>Wertdimension</c>; <c>null</c> where nothing does.
    /// </summary>
    public string? RestOf(Token token) => names
        .Where(n => n.Count == 1 && n[0].Form.Length >= 3 && token.Form.Length > n[0].Form.Length
            && token.Form.StartsWith(n[0].Form, StringComparison.Ordinal))
        .OrderByDescending(n => n[0].Form.Length)
        .Select(n => token.Form[n[0].Form.Length..])
        .FirstOrDefault();

    private static bool Stands(IReadOnlyList<WordPattern> name, IReadOnlyList<Token> tokens, int start) =>
        start >= 0 && start + name.Count <= tokens.Count
        && name.Index().All(w => tokens[start + w.Index].Kind != TokenKind.Break && w.Item.Matches(tokens[start + w.Index].Form));
}
