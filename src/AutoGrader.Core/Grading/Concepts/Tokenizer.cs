using System.Globalization;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>
/// Cuts running text with linear mathematics into tokens. Brackets of formulas, multiplication signs and quotation marks are dropped; a
/// hyphen only separates words. The same text gives the same tokens in a phrase and in an answer.
/// </summary>
internal static class Tokenizer
{
    private const int LongestScript = 24;
    private const string Symbols = "=≠≈≡∞≤≥/+∈∝≪≫<>→⇒⟹";

    /// <summary>The tokens of a part of a text; places count from the beginning of the whole text.</summary>
    public static IReadOnlyList<Token> Read(string text, int start, int length)
    {
        var tokens = new List<Token>();
        var end = start + length;
        var position = start;
        while (position < end)
            position = ReadAt(text, start, position, end, tokens);
        return tokens;
    }

    /// <summary>The tokens of a text.</summary>
    public static IReadOnlyList<Token> Read(string text) => Read(text, 0, text.Length);

    private static int ReadAt(string text, int start, int position, int end, List<Token> tokens)
    {
        var c = text[position];
        if (IsWordPart(text, position))
            return Add(TokenKind.Word, WordEnd(text, position, end));
        if (char.IsDigit(c))
            return Add(TokenKind.Number, NumberEnd(text, position, end));
        if (Arrow(text, position, end) is var arrow and > 0)
            return AddForm(TokenKind.Symbol, "→", position + arrow);
        if (Symbols.Contains(c, StringComparison.Ordinal))
            return AddForm(TokenKind.Symbol, SymbolForm(text, position, end, out var symbolEnd), symbolEnd);
        if (c is ',' or ';' or ':' or '–' or '—' || IsClauseBracket(text, start, position, end) || IsClauseDash(text, position, end))
            return AddForm(TokenKind.Break, ",", position + 1);
        return position + 1;

        int Add(TokenKind kind, int tokenEnd) => AddForm(kind, WordFolding.Fold(text[position..tokenEnd]).Replace(',', '.'), tokenEnd);

        int AddForm(TokenKind kind, string form, int tokenEnd)
        {
            if (form.Length > 0)
                tokens.Add(new Token(kind, form, position, tokenEnd - position));
            return tokenEnd;
        }
    }

    private static bool IsWordPart(string text, int position) =>
        char.IsLetter(text[position])
        || char.IsSurrogate(text[position])
        || CharUnicodeInfo.GetUnicodeCategory(text[position]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.OtherNumber;

    private static int WordEnd(string text, int position, int end)
    {
        while (position < end)
        {
            if (IsWordPart(text, position) || char.IsDigit(text[position]))
                position++;
            else if (text[position] is '\'' or '’' && position + 1 < end && char.IsLetter(text[position + 1]))
                position++;
            else if (ScriptEnd(text, position, end) is var scriptEnd && scriptEnd > position)
                position = scriptEnd;
            else
                break;
        }

        return position;
    }

    // _t  ^T  _{KV}  ^{-1}
    private static int ScriptEnd(string text, int position, int end)
    {
        if (text[position] is not ('_' or '^') || position + 1 >= end)
            return position;
        if (text[position + 1] == '{')
        {
            var close = text.IndexOf('}', position, Math.Min(LongestScript, end - position));
            return close < 0 ? position : close + 1;
        }

        var next = position + 1;
        if (text[next] is '-' or '−' && next + 1 < end && char.IsDigit(text[next + 1]))
            next++;
        while (next < end && char.IsLetterOrDigit(text[next]))
            next++;
        return next > position + 1 || text[next] is '⊤' or '∞' ? Math.Max(next, position + 2) : position;
    }

    private static int NumberEnd(string text, int position, int end)
    {
        while (position < end && (char.IsDigit(text[position])
            || (text[position] is '.' or ',' && position + 1 < end && char.IsDigit(text[position + 1]))))
            position++;
        return position;
    }

    private static int Arrow(string text, int position, int end)
    {
        if (text[position] is '→' or '⇒' or '⟹')
            return 1;
        return text[position] is '-' or '=' && position + 1 < end && text[position + 1] == '>' ? 2 : 0;
    }

    private static string SymbolForm(string text, int position, int end, out int symbolEnd)
    {
        symbolEnd = position + 1;
        if (text[position] is not ('<' or '>'))
            return text[position] switch { '≫' => ">>", '≪' => "<<", var other => other.ToString() };
        while (symbolEnd < end && text[symbolEnd] == text[position])
            symbolEnd++;
        return symbolEnd - position == 1 ? text[position].ToString() : new string(text[position], 2);
    }

    // A bracket around several words is a remark of its own; brackets in formulas are not.
    private static bool IsClauseBracket(string text, int start, int position, int end)
    {
        if (text[position] == '(')
        {
            var close = text.IndexOf(')', position, end - position);
            return (position == 0 || char.IsWhiteSpace(text[position - 1]))
                && close > 0
                && text.IndexOf(' ', position, close - position) > 0;
        }

        if (text[position] != ')')
            return false;
        var open = text.LastIndexOf('(', position, position - start + 1);
        return open >= 0 && (open == 0 || char.IsWhiteSpace(text[open - 1])) && text.IndexOf(' ', open, position - open) > 0;
    }

    private static bool IsClauseDash(string text, int position, int end) =>
        text[position] == '-' && position > 0 && text[position - 1] == ' ' && position + 1 < end && text[position + 1] == ' ';
}
