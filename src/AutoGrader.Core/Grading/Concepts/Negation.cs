namespace AutoGrader.Core.Grading.Concepts;

/// <summary>
/// Which words of a sentence are denied. A negator denies what follows it in its clause; German <c>nicht</c> follows what it denies as
/// often as it precedes it, so it denies its whole clause. "Not only" denies nothing. A heuristic: whoever uses it treats what is denied as
/// doubtful, never as the opposite.
/// </summary>
internal static class Negation
{
    private static readonly HashSet<string> Negators = Folded(
        "not", "no", "never", "cannot", "can't", "cant", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "won't",
        "wouldn't", "couldn't", "shouldn't", "hasn't", "haven't", "without", "neither", "nor", "none", "nothing", "unable", "fails", "fail",
        "lacks", "lack", "lacking", "hardly", "barely", "impossible", "false", "wrong",
        "nicht", "nichts", "kein", "keine", "keinen", "keiner", "keinem", "keines", "keinerlei", "nie", "niemals", "ohne", "weder", "kaum",
        "fehlt", "fehlen", "unmöglich", "falsch");

    private static readonly HashSet<string> ContrastHeads = Folded("instead", "rather", "unlike", "statt", "anstatt", "anstelle", "except");

    private static readonly HashSet<string> Softeners = Folded(
        "only", "just", "merely", "solely", "nur", "bloß", "allein", "lediglich", "doubt");

    private static readonly HashSet<string> ClauseHeads = Folded(
        "but", "because", "since", "whereas", "while", "although", "though", "however", "which", "so", "therefore", "thus", "hence", "if",
        "when",
        "sondern", "aber", "weil", "da", "denn", "während", "obwohl", "jedoch", "hingegen", "dagegen", "sodass", "daher", "deshalb", "wenn",
        "falls");

    // These follow what they deny: "kennt zukünftige Frames nicht", "that ... is wrong".
    private static readonly HashSet<string> Backward = Folded(
        "nicht", "nie", "niemals", "kaum", "false", "wrong", "falsch", "impossible", "unmöglich");

    // Behind a negator these deny what precedes it: "the number of keys does not matter", "spielt keine Rolle".
    private static readonly HashSet<string> Relevance = Folded(
        "matter", "matters", "relevant", "important", "count", "influence", "effect", "role", "rolle", "relevanz", "einfluss", "wichtig",
        "needed");

    // Directly behind these, "nicht" denies only what follows: "h_t ist nicht die Ausgabe".
    private static readonly HashSet<string> Auxiliaries = Folded(
        "ist", "sind", "war", "wird", "werden", "kann", "können", "hat", "haben", "muss", "müssen", "soll", "darf", "is", "are", "was");

    /// <summary>Whether a token denies something. The word <c>not</c> of a phrase stands for any of these.</summary>
    public static bool IsNegator(IReadOnlyList<Token> tokens, int index) =>
        tokens[index].Form == "≠"
        || (Negators.Contains(tokens[index].Form) && !(index + 1 < tokens.Count && Softeners.Contains(tokens[index + 1].Form)));

    /// <summary>The words of a text that deny others, with what they deny.</summary>
    public static IReadOnlyList<Denial> DenialsIn(IReadOnlyList<Token> tokens)
    {
        var denials = new List<Denial>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var isNegator = IsNegator(tokens, i);
            if (!isNegator && !IsContrast(tokens, i))
                continue;
            var clause = Clause(tokens, i);
            denials.Add(new Denial(i, isNegator, FollowsWhatItDenies(tokens, i, clause) ? clause : clause with { From = i + 1 }, clause));
        }

        return denials;
    }

    private static bool FollowsWhatItDenies(IReadOnlyList<Token> tokens, int index, TokenSpan clause) =>
        IsFollowedByRelevance(tokens, index, clause)
        || Backward.Contains(tokens[index].Form)
        && (index + 1 == clause.To || index == clause.From || !Auxiliaries.Contains(tokens[index - 1].Form));

    private static bool IsFollowedByRelevance(IReadOnlyList<Token> tokens, int index, TokenSpan clause) =>
        index + 1 < clause.To && Relevance.Contains(tokens[index + 1].Form);

    /// <summary>The clause around a token.</summary>
    public static TokenSpan Clause(IReadOnlyList<Token> tokens, int index)
    {
        var from = index;
        while (from > 0 && !Separates(tokens[from - 1]))
            from--;
        var to = index + 1;
        while (to < tokens.Count && !Separates(tokens[to]))
            to++;
        return new TokenSpan(from, to);
    }

    private static bool IsContrast(IReadOnlyList<Token> tokens, int index) =>
        ContrastHeads.Contains(tokens[index].Form)
        && (tokens[index].Form is not ("instead" or "rather") || (index + 1 < tokens.Count && tokens[index + 1].Form is "of" or "than"));

    private static bool Separates(Token token) => token.Kind == TokenKind.Break || token.Form == "→" || ClauseHeads.Contains(token.Form);

    private static HashSet<string> Folded(params string[] words) => words.Select(WordFolding.Fold).ToHashSet(StringComparer.Ordinal);
}
