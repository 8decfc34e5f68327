using System.Globalization;
using System.Text;

namespace AutoGrader.Core.Grading.Notation;

/// <summary>
/// Cuts running text with linear mathematics into names, numbers and signs. Keeps what the tokenizer for free text drops: brackets,
/// exponents, multiplication signs. It never fails: what it does not know is a sign.
/// </summary>
internal sealed class NotationScanner
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿᵏᵈᵗ";
    private const string SuperscriptMeaning = "0123456789nkdt";
    private const int LongestScript = 16;

    private static readonly Dictionary<char, string> Variants = new()
    {
        ['⨯'] = "×",
        ['✕'] = "×",
        ['✖'] = "×",
        ['⋅'] = "·",
        ['∙'] = "·",
        ['∗'] = "*",
        ['−'] = "-",
        ['–'] = "-",
        ['‐'] = "-",
        ['⟮'] = "(",
        ['ϵ'] = "∈",
        ['∊'] = "∈",
        ['≔'] = "=",
        ['∕'] = "/",
        ['⁄'] = "/",
        ['≃'] = "≈",
        ['∼'] = "~",
        ['∶'] = ":",
    };

    private readonly string text;
    private readonly bool linesEnd;
    private readonly List<NotationToken> tokens = [];
    private int position;

    private NotationScanner(string text, bool linesEnd)
    {
        this.text = text;
        this.linesEnd = linesEnd;
    }

    /// <summary>The tokens of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="linesEnd">Whether every line stands for itself (tables, code, output).</param>
    public static IReadOnlyList<NotationToken> Scan(string text, bool linesEnd)
    {
        var scanner = new NotationScanner(text, linesEnd);
        while (scanner.position < text.Length)
            scanner.Next();
        return scanner.tokens;
    }

    private void Next()
    {
        var c = text[position];
        if (c == '\n' && linesEnd)
            Add(NotationKind.Stop, "\n", 1);
        else if (c != '\t' && (char.IsWhiteSpace(c) || c is '$' or '`' or '\u200b'))
            position++;
        else if (LetterAt(position, out _, out _))
            ReadName();
        else if (char.IsDigit(c))
            ReadNumber();
        else if (Superscripts.Contains(c, StringComparison.Ordinal))
            ReadSuperscript();
        else if (c is '.' or '!' or '?' && EndsSentence())
            Add(NotationKind.Stop, ".", 1);
        else
            Add(NotationKind.Sign, Variants.GetValueOrDefault(c, c.ToString()), 1);
    }

    private void ReadName()
    {
        var start = position;
        var name = new StringBuilder();
        if (text[position] == 'ℝ')
        {
            Add(NotationKind.Name, "ℝ", 1);
            return;
        }
        while (position < text.Length)
        {
            if (text[position] != 'ℝ' && LetterAt(position, out var letter, out var length))
                (name, position) = (name.Append(letter), position + length);
            else if (char.IsDigit(text[position]))
                name.Append(text[position++]);
            else if (CharUnicodeInfo.GetUnicodeCategory(text[position]) == UnicodeCategory.NonSpacingMark)
                position++;
            else
                break;
        }
        var isScripted = ReadSubscripts(name);
        while (position < text.Length && text[position] is '\'' or '′' && name.Length <= 3)
            (name, position, isScripted) = (name.Append('\''), position + 1, true);
        var isTransposed = name.ToString() != "R" && ReadTransposition();
        tokens.Add(new NotationToken(NotationKind.Name, name.ToString(), start, position - start, isTransposed, isScripted));
    }

    private bool ReadSubscripts(StringBuilder name)
    {
        var before = position;
        while (position < text.Length)
        {
            if (text[position] == '_' && position + 1 < text.Length && text[position + 1] == '{' && Closing(position + 1) is { } close)
                (name, position) = (AppendScript(name, position + 2, close), close + 1);
            else if (text[position] == '_' && position + 1 < text.Length && char.IsLetterOrDigit(text[position + 1]))
                position++;
            else if (IsSubscript(text[position])
                || (position > before && text[position - 1] != '}' && char.IsLetterOrDigit(text[position]) && text[position] != 'ℝ'))
                AppendFolded(name, text[position++].ToString());
            else
                break;
        }
        return position > before;
    }

    private StringBuilder AppendScript(StringBuilder name, int from, int to)
    {
        foreach (var c in text[from..to])
            if (char.IsLetterOrDigit(c) || c == '\'')
                AppendFolded(name, c.ToString());
        return name;
    }

    private bool ReadTransposition()
    {
        var rest = text.AsSpan(position);
        foreach (var mark in new[] { "^{T}", "^{⊤}", "^{\\top}", "^T", "^⊤", "^t", "ᵀ", "⊤", ".T", "'" })
        {
            if (!rest.StartsWith(mark, StringComparison.Ordinal))
                continue;
            // ^Tv is some other exponent.
            if (rest.Length > mark.Length && char.IsLetterOrDigit(rest[mark.Length]) && mark[^1] is 'T' or 't')
                continue;
            position += mark.Length;
            return true;
        }
        return false;
    }

    private void ReadNumber()
    {
        var start = position;
        while (position < text.Length && (char.IsDigit(text[position]) || IsDecimalSeparator(position)))
            position++;
        tokens.Add(new NotationToken(NotationKind.Number, text[start..position].Replace(',', '.'), start, position - start));
    }

    // (1, 2) and (1,2) are tuples: only a point separates decimals here, shapes and orders have none with a comma.
    private bool IsDecimalSeparator(int index) => text[index] == '.' && index + 1 < text.Length && char.IsDigit(text[index + 1]);

    // N² is N^2.
    private void ReadSuperscript()
    {
        var start = position;
        tokens.Add(new NotationToken(NotationKind.Sign, "^", start, 0));
        var script = new StringBuilder();
        while (position < text.Length && Superscripts.IndexOf(text[position], StringComparison.Ordinal) is >= 0 and var index)
            (script, position) = (script.Append(SuperscriptMeaning[index]), position + 1);
        var kind = script.ToString().All(char.IsDigit) ? NotationKind.Number : NotationKind.Name;
        tokens.Add(new NotationToken(kind, script.ToString(), start, position - start));
    }

    private bool EndsSentence()
    {
        if (IsEllipsis())
            return false;
        var next = position + 1;
        while (next < text.Length && text[next] is ')' or '"' or '”' or '“')
            next++;
        return next >= text.Length || char.IsWhiteSpace(text[next]);
    }

    // q_1, . . . , q_n
    private bool IsEllipsis()
    {
        var next = position + 1;
        while (next < text.Length && text[next] == ' ')
            next++;
        return text[position] == '.' && ((next < text.Length && text[next] is '.' or ',') || (tokens.Count > 0 && tokens[^1].Is(".")));
    }

    private int? Closing(int open)
    {
        var close = text.IndexOf('}', open, Math.Min(LongestScript, text.Length - open));
        return close < 0 ? null : close;
    }

    private void Add(NotationKind kind, string form, int length)
    {
        tokens.Add(new NotationToken(kind, form, position, length));
        position += length;
    }

    // A letter in plain form; mathematical alphabets lie beyond the basic plane.
    private bool LetterAt(int index, out string letter, out int length)
    {
        length = char.IsHighSurrogate(text[index]) && index + 1 < text.Length ? 2 : 1;
        letter = text.Substring(index, length);
        var isLetter = CharUnicodeInfo.GetUnicodeCategory(text, index)
            is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.TitlecaseLetter;
        if (isLetter && text[index] != 'ϵ')
            letter = letter.Normalize(NormalizationForm.FormKC);
        return isLetter && text[index] != 'ϵ';
    }

    private static bool IsSubscript(char c) => c is (>= '₀' and <= '₉') or (>= 'ₐ' and <= 'ₜ') or 'ᵢ' or 'ᵣ' or 'ᵤ' or 'ᵥ' or 'ⱼ';

    private static void AppendFolded(StringBuilder name, string letter) => name.Append(letter.Normalize(NormalizationForm.FormKC));
}
