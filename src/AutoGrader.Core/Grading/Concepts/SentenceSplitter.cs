namespace AutoGrader.Core.Grading.Concepts;

/// <summary>
/// Finds where sentences end in English and German running text with formulas. A full stop followed by a blank ends a sentence unless it
/// belongs to an abbreviation, an initial or the number of a list; students do not always begin sentences with a capital letter.
/// </summary>
internal static class SentenceSplitter
{
    private const int LongSentence = 600;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g", "i.e", "eg", "ie", "etc", "vs", "cf", "resp", "approx", "fig", "eq", "eqs", "sec", "dim", "incl", "esp", "w.r.t", "viz",
        "z.b", "d.h", "u.a", "s.o", "s.u", "o.ä", "i.d.r", "bzw", "ca", "vgl", "bspw", "evtl", "ggf", "sog", "abb", "gl", "nr", "max",
        "min", "inkl", "insb", "allg", "entspr", "ungef", "usw",
    };

    // These may also end a sentence; what follows decides.
    private static readonly HashSet<string> MayEnd = new(StringComparer.OrdinalIgnoreCase) { "etc", "usw", "max", "min", "dim", "no" };

    /// <summary>The sentences of a text as places, without surrounding blanks, none empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="linesEnd">Whether a line end ends a sentence (code, output, tables).</param>
    public static IEnumerable<(int Start, int Length)> Split(string text, bool linesEnd)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Ends(text, start, i, linesEnd) && !IsTooLong(text, start, i))
                continue;
            if (Trim(text, start, i + 1) is { Length: > 0 } sentence)
                yield return sentence;
            start = i + 1;
        }

        if (Trim(text, start, text.Length) is { Length: > 0 } rest)
            yield return rest;
    }

    private static bool Ends(string text, int start, int position, bool linesEnd) => text[position] switch
    {
        '\n' => linesEnd,
        '!' or '?' => IsFollowedByGap(text, position),
        '.' => IsFollowedByGap(text, position) && !IsAbbreviation(text, start, position) && !IsListNumber(text, start, position),
        '•' or '◦' or '▪' => true,
        _ => false,
    };

    // Text without punctuation must not make matching slow.
    private static bool IsTooLong(string text, int start, int position) =>
        position - start >= 2 * LongSentence || (position - start >= LongSentence && char.IsWhiteSpace(text[position]));

    private static bool IsFollowedByGap(string text, int position)
    {
        var next = position + 1;
        while (next < text.Length && text[next] is ')' or '"' or '”' or '“' or '»' or '\'')
            next++;
        return next >= text.Length || char.IsWhiteSpace(text[next]);
    }

    private static bool IsAbbreviation(string text, int start, int position)
    {
        var from = position;
        while (from > start && (char.IsLetter(text[from - 1]) || text[from - 1] == '.'))
            from--;
        var word = text[from..position];
        var next = position + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        var goesOn = next < text.Length && char.IsLower(text[next]);
        if (MayEnd.Contains(word))
            return goesOn;
        // "z. B." and "d. h.": one small letter before the stop, and one letter with a stop after it.
        var isSpacedPair = word.Length == 1 && char.IsLower(word[0])
            && next + 1 < text.Length && char.IsLetter(text[next]) && text[next + 1] == '.';
        var isSecondOfPair = word.Length == 1
            && from >= 3 && text[from - 1] == ' ' && text[from - 2] == '.' && char.IsLower(text[from - 3])
            && (from == 3 || !char.IsLetterOrDigit(text[from - 4]));
        return isSpacedPair || isSecondOfPair || Abbreviations.Contains(word);
    }

    private static bool IsListNumber(string text, int start, int position)
    {
        var head = text[start..position].Trim();
        return head.Length is 1 or 2 && head.All(char.IsLetterOrDigit) && position + 1 < text.Length;
    }

    private static (int Start, int Length) Trim(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return (start, end - start);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '•' or '◦' or '▪';
}
