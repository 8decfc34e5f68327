namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Finds a phrase in an answer. The groups of a part must occur in one sentence, near enough to belong together.</summary>
internal static class PhraseMatcher
{
    private const int WidestSpan = 20;

    // What stands behind these is another statement: "it forgets because gradients are small" says nothing of a small memory.
    private static readonly HashSet<string> Turns = new[]
    {
        "because", "since", "then", "whereas", "while", "weil", "da", "damit", "denn", "dann", "während",
    }.Select(WordFolding.Fold).ToHashSet(StringComparer.Ordinal);

    // "It vanishes because it is a product" goes on about the same thing.
    private static readonly HashSet<string> BackReferences = new[]
    {
        "it", "its", "they", "their", "this", "these", "er", "sie", "es", "diese", "dieser",
    }.Select(WordFolding.Fold).ToHashSet(StringComparer.Ordinal);


    // Words that may stand between neighbouring words of a phrase: "the whole (of the) video", "hidden state's (very) size".
    private static readonly HashSet<string> Fillers = new[]
    {
        "the", "a", "an", "of", "its", "their", "this", "that", "these", "all", "each", "every", "very", "much", "so", "also", "is", "are",
        "be", "being", "will", "can", "still",
        "der", "die", "das", "des", "dem", "den", "ein", "eine", "einer", "einen", "einem", "eines", "sehr", "viel", "auch", "ist", "sind",
        "wird", "werden", "seine", "ihre", "diese", "dieser", "alle", "aller", "kann", "noch",
    }.Select(WordFolding.Fold).ToHashSet(StringComparer.Ordinal);

    private const int MostFillers = 2;
    private const int LongestSymbol = 6;

    /// <summary>The firmest hit of a phrase in an answer, the first of equals, or <c>null</c>.</summary>
    public static PhraseHit? Find(CompiledPhrase phrase, IReadOnlyList<Passage> passages)
    {
        var windows = passages.SelectMany(p => p.Windows).ToList();
        var hits = new List<(SearchWindow Window, HitStrength Strength)>();
        foreach (var part in phrase.Parts)
        {
            if (Find(part, windows) is not { } hit)
                return null;
            hits.Add(hit);
        }

        var said = hits.SelectMany(h => h.Window.Sentences).Distinct().OrderBy(s => s.Block).ThenBy(s => s.Start).ToList();
        var strength = hits.Min(h => h.Strength);
        if (strength == HitStrength.Plain && !BelongTogether(hits.ConvertAll(h => h.Window)))
            strength = HitStrength.AcrossSentences;
        return new PhraseHit(phrase, said, strength);
    }

    private static (SearchWindow Window, HitStrength Strength)? Find(IReadOnlyList<PhrasePart> variants, List<SearchWindow> windows)
    {
        (SearchWindow Window, HitStrength Strength)? best = null;
        foreach (var window in windows)
        {
            if (best is { } found && found.Strength >= window.AtBest)
                continue;
            if (variants.Max(v => Match(v, window)) is not { } strength)
                continue;
            strength = (HitStrength)Math.Min((int)strength, (int)window.AtBest);
            if (best is null || strength > best.Value.Strength)
                best = (window, strength);
        }

        return best;
    }

    // Parts of a phrase are about the same thing where they stand in neighbouring sentences, or anywhere in a passage about one thing.
    private static bool BelongTogether(List<SearchWindow> windows) => windows.TrueForAll(w => w.Passage == windows[0].Passage)
        && (windows[0].Passage.IsOneThought || windows.Max(w => w.First) - windows.Min(w => w.First) <= 1);

    /// <summary>The index of the token at which the first group of a phrase first occurs, or <c>null</c>.</summary>
    public static int? FirstOccurrence(CompiledPhrase phrase, IReadOnlyList<Token> tokens) =>
        Spans(phrase.Parts[0][0].Required[0], tokens).Select(s => (int?)s.From).FirstOrDefault();

    /// <summary>The tokens that any way to say any group of a phrase takes up.</summary>
    public static IEnumerable<int> TokensOf(CompiledPhrase phrase, IReadOnlyList<Token> tokens) =>
        from variants in phrase.Parts
        from variant in variants
        from @group in variant.Required
        where !@group.IsNegation
        from span in Spans(@group, tokens)
        from index in Enumerable.Range(span.From, span.To - span.From)
        select index;

    private static HitStrength? Match(PhrasePart part, SearchWindow window)
    {
        var tokens = window.Tokens;
        if (part.Forbidden.Any(g => Spans(g, tokens).Any()))
            return null;
        var groups = part.Required.Where(g => !g.IsNegation).Select(g => Occurrences(g, tokens)).ToList();
        if (groups.Exists(g => g.Count == 0))
            return null;
        // A negator that the phrase itself names ("cannot see", "not visible") denies nothing else.
        List<Denial> own = part.Required.Any(g => g.IsNegation)
            ? [.. window.Denials.Where(d => d.IsNegator && groups.Exists(g => g.Exists(o => o.IsWithin(d.Clause))))]
            : [];
        if (own.Count == 0 && part.Required.Any(g => g.IsNegation))
            return null;
        var denying = window.Denials
            .Where(d => !own.Contains(d) && !groups.Exists(g => g.Exists(o => o.Contains(d.At))))
            .Select(d => d.Scope)
            .ToList();
        var asserted = groups.ConvertAll(g => g.FindAll(o => !denying.Exists(d => d.From < o.To && o.From < d.To)));
        if (asserted.Exists(g => g.Count == 0))
            return HitStrength.Denied;
        var isPlain = groups.Count == 0 || asserted[0].Exists(anchor => IsOneStatement(asserted, anchor, tokens));
        return isPlain ? HitStrength.Plain : HitStrength.Scattered;
    }

    // Whether the occurrences nearest to one of the first group stand near together, with no turn of the sentence between them.
    private static bool IsOneStatement(List<List<TokenSpan>> groups, TokenSpan anchor, IReadOnlyList<Token> tokens)
    {
        var near = groups.ConvertAll(g => g.MinBy(o => Math.Abs(o.From - anchor.From)));
        var (from, to) = (near.Min(o => o.From), near.Max(o => o.To));
        var between = Enumerable.Range(from, to - from).Where(i => !near.Exists(o => o.Contains(i)));
        return to - from <= WidestSpan && !between.Any(i => IsTurn(tokens, i));
    }

    private static bool IsTurn(IReadOnlyList<Token> tokens, int index) =>
        Turns.Contains(tokens[index].Form) && !(index + 1 < tokens.Count && BackReferences.Contains(tokens[index + 1].Form));

    private static List<TokenSpan> Occurrences(PhraseGroup group, IReadOnlyList<Token> tokens) => [.. Spans(group, tokens)];

    private static IEnumerable<TokenSpan> Spans(PhraseGroup group, IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (group.IsNegation && Negation.IsNegator(tokens, i))
                yield return new TokenSpan(i, i + 1);
            if (!group.MayBeginWith(tokens[i].Form))
                continue;
            foreach (var words in group.Alternatives)
            {
                if (words[0].MayBeginWith(tokens[i].Form) && EndOf(words, tokens, i) is { } end)
                    yield return new TokenSpan(i, end);
            }
        }
    }

    // Where a sequence of neighbouring words that begins at a token ends, or null.
    private static int? EndOf(IReadOnlyList<WordPattern> words, IReadOnlyList<Token> tokens, int start)
    {
        var position = start;
        for (var w = 0; w < words.Count;)
        {
            if (words[w].IsAny)
            {
                if (EndOfWordAfterAny(words[++w], tokens, position) is not { } found)
                    return null;
                (w, position) = (w + 1, found);
                continue;
            }

            if (w > 0)
                position = SkipFillers(words[w], tokens, position);
            if (EndOfWord(words[w], tokens, position) is { } end)
                (w, position) = (w + 1, end);
            else if (WrittenTogether(words, w, tokens, position) is { } count)
                (w, position) = (w + count, position + 1);
            else
                return null;
        }

        return position;
    }

    // The word behind one or two others, or behind the beginning of the same token: "Q = c I", "Q = 2·c·I", "Q = cI".
    private static int? EndOfWordAfterAny(WordPattern word, IReadOnlyList<Token> tokens, int position)
    {
        if (position >= tokens.Count || !IsFactor(tokens[position]))
            return null;
        var form = tokens[position].Form;
        if (form.Length > word.Form.Length && form.Length <= LongestSymbol && (word with { OpenStart = true }).MatchesExactly(form))
            return position + 1;
        if (EndOfWord(word, tokens, position + 1) is { } end)
            return end;
        return position + 1 < tokens.Count && IsFactor(tokens[position + 1]) ? EndOfWord(word, tokens, position + 2) : null;
    }

    // "Q = K = I" is no "Q = * I".
    private static bool IsFactor(Token token) => token.Kind != TokenKind.Break && token.Form is not ("=" or "≠" or "≈" or "→");

    private static int SkipFillers(WordPattern word, IReadOnlyList<Token> tokens, int position)
    {
        for (var skipped = 0; skipped < MostFillers && position < tokens.Count - 1; skipped++)
        {
            if (EndOfWord(word, tokens, position) is not null || !Fillers.Contains(tokens[position].Form))
                break;
            position++;
        }

        return position;
    }

    // A word, or the pieces of one that the student wrote apart ("back propagation", "Q K^T").
    private static int? EndOfWord(WordPattern word, IReadOnlyList<Token> tokens, int position)
    {
        if (position >= tokens.Count)
            return null;
        if (tokens[position].Kind != TokenKind.Break && word.Matches(tokens[position].Form))
            return position + 1;
        if (!word.OpenStart && !word.Form.StartsWith(tokens[position].Form, StringComparison.Ordinal))
            return null;
        var joined = "";
        for (var i = position; i < tokens.Count && joined.Length < word.Form.Length; i++)
        {
            if (tokens[i].Kind is not (TokenKind.Word or TokenKind.Number))
                return null;
            joined += tokens[i].Form;
            if (i > position && word.MatchesExactly(joined))
                return i + 1;
        }

        return null;
    }

    // How many words of a phrase stand in one: "longterm" for "long term", "cI" for "c I".
    private static int? WrittenTogether(IReadOnlyList<WordPattern> words, int from, IReadOnlyList<Token> tokens, int position)
    {
        if (position >= tokens.Count)
            return null;
        var (first, form) = (words[from], tokens[position].Form);
        if (!first.OpenStart && !form.StartsWith(first.Form, StringComparison.Ordinal))
            return null;
        for (var count = 2; from + count <= words.Count; count++)
        {
            var letters = string.Concat(words.Skip(from).Take(count).Select(w => w.Form));
            if (new WordPattern(letters, first.OpenStart, words[from + count - 1].OpenEnd).Matches(form))
                return count;
        }

        return null;
    }
}
