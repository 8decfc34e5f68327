namespace AutoGrader.Core.Grading.Concepts;

/// <summary>
/// A word of a phrase: matched by the same word in another inflection, by a long word with one slip of the pen, and, where the phrase says
/// so, by any word that begins (or ends) with it.
/// </summary>
/// <param name="Form">The folded form.</param>
/// <param name="OpenStart">Whether anything may stand before it in the word.</param>
/// <param name="OpenEnd">Whether anything may follow it in the word.</param>
internal sealed record WordPattern(string Form, bool OpenStart, bool OpenEnd)
{
    private const int LongWord = 7;

    // What English and German inflection appends; both words may carry one ("requires", "requiring").
    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal)
    {
        "", "s", "es", "d", "ed", "e", "ing", "en", "n", "er", "r", "em", "t", "te", "ten", "ern", "ens", "ne", "nen", "y", "ies", "se",
        "sen",
    };

    /// <summary>The pattern of a lone <c>*</c>: whatever stands between two words, such as the factor in <c>Q = * I</c>.</summary>
    public static WordPattern Any { get; } = new("", OpenStart: true, OpenEnd: true);

    /// <summary>Whether it stands for anything.</summary>
    public bool IsAny => Form.Length == 0;

    /// <summary>Whether a word may be this one, the beginning of it, or begin with it: no tolerance reaches the first letter.</summary>
    public bool MayBeginWith(string word) => OpenStart || (word.Length > 0 && word[0] == Form[0]);

    /// <summary>Whether a word is this one.</summary>
    public bool Matches(string word) =>
        MatchesExactly(word) || (!OpenStart && (OpenEnd ? IsSlipOfBeginning(word) : IsInflection(word) || IsSlip(Form, word)));

    /// <summary>Whether a word is spelt like this one, without tolerance.</summary>
    public bool MatchesExactly(string word) => (OpenStart, OpenEnd) switch
    {
        (false, false) => word == Form,
        (false, true) => word.StartsWith(Form, StringComparison.Ordinal),
        (true, false) => word.EndsWith(Form, StringComparison.Ordinal),
        (true, true) => word.Contains(Form, StringComparison.Ordinal),
    };

    private bool IsInflection(string word)
    {
        var shared = 0;
        while (shared < word.Length && shared < Form.Length && word[shared] == Form[shared])
            shared++;
        if (shared < 3)
            return false;
        var (mine, theirs) = (Form[shared..], word[shared..]);
        if (shared == 3)
            return (mine, theirs) is ("", "s") or ("s", "");
        return Endings.Contains(mine) && Endings.Contains(theirs);
    }

    private bool IsSlipOfBeginning(string word)
    {
        if (Form.Length < LongWord || word.Length == 0 || word[0] != Form[0])
            return false;
        for (var length = Form.Length - 1; length <= Form.Length + 1; length++)
        {
            if (length <= word.Length && IsSlip(Form, word[..length]))
                return true;
        }

        return false;
    }

    // One letter more, less, other, or two neighbours exchanged; the first letter must be right ("stable", "unstable").
    private static bool IsSlip(string expected, string actual)
    {
        if (expected.Length < LongWord || actual.Length == 0 || actual[0] != expected[0] || Math.Abs(actual.Length - expected.Length) > 1)
            return false;
        var head = 0;
        while (head < expected.Length && head < actual.Length && expected[head] == actual[head])
            head++;
        var (e, a) = (expected[head..], actual[head..]);
        if (e.Length != a.Length)
            return e.Length > a.Length ? e[1..] == a : e == a[1..];
        return e.Length == 0 || e[1..] == a[1..] || (e.Length > 1 && e[0] == a[1] && e[1] == a[0] && e[2..] == a[2..]);
    }
}
