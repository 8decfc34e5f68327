using System.Buffers;
using System.Text.RegularExpressions;

namespace AutoGrader.Core.Reading.Locating;

/// <summary>The ways in which students write the number of a question, in English and German.</summary>
internal static partial class LabelGrammar
{
    // First letters of the words below.
    private static readonly SearchValues<char> KeywordStarts = SearchValues.Create("aefilmnpqrstuüzAEFILMNPQRSTUÜZ");

    private const string Lead = @"\G(?:[•▪◦●*#>–—-]+\s+)?";
    private const string Section = @"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+)?";

    private const string Intro =
        @"(?:(?:my\s+)?(?:answers?|solutions?|responses?|antwort(?:en)?|lösung(?:en)?)\s+"
        + @"(?:(?:to|for|of|zur?|zum|auf|für|von)\s+)?|(?:zu|ad)\s+)?";

    private const string GroupWord = @"(?:tasks?|exercises?|problems?|assignment|übungsaufgabe|übung|aufgaben?|aufg\.?|exc?\.)";

    private const string ItemWord =
        @"(?:sub-?questions?|sub-?tasks?|questions?|fragen?|teilaufgabe|teilfrage|unteraufgabe|unterpunkt|parts?|teil|item|punkt"
        + @"|nr\.?|no\.?)";

    // A number of points is no question: "Exercise 3, 14 points".
    private const string NoPoints = @"(?!\s*(?:p\b|pts?\b|points?\b|punkte?\b|pkt\b))(?![.,]?\d)(?![\p{L}_])";

    private const string Item = @"(?<item>\d{1,2}|[a-h])";

    /// <summary>All ways to read what begins at an offset, the most telling first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">Where in it.</param>
    /// <param name="isHeading">Whether it is a heading, where numbers in a row are no enumeration.</param>
    public static IEnumerable<LabelText> ReadAt(string text, int offset, bool isHeading = false)
    {
        if (GroupKeyword().Match(text, offset) is { Success: true } group)
        {
            yield return Finish(text, group, isLocal: false, style: "keyword", isHeading);
            yield break;
        }

        if (ItemKeyword().Match(text, offset) is { Success: true } item)
        {
            var isPath = item.Groups["outer"].Success;
            yield return Finish(text, item, isLocal: !isPath, style: "keyword", isHeading);
            yield break;
        }

        if (Dotted().Match(text, offset) is { Success: true } dotted)
            yield return Finish(text, dotted, isLocal: false, style: "dotted", isHeading);
        if (Local().Match(text, offset) is { Success: true } local)
            yield return Finish(text, local, isLocal: true, StyleOf(local), isHeading);
        if (isHeading && Numbered().Match(text, offset) is { Success: true } numbered)
            yield return Finish(text, numbered, isLocal: false, style: "numbered", isHeading);
    }

    /// <summary>Whether a label can begin with the character at an offset, to spare the expressions most of the words.</summary>
    public static bool MayBegin(string text, int offset)
    {
        const int LongestBeforeNumber = 30;
        if (char.IsAsciiDigit(text[offset]) || text[offset] is '(' or '[')
            return true;
        if (!char.IsLetter(text[offset]))
            return false;
        var isLetterLabel = offset + 1 < text.Length && text[offset + 1] == ')';
        return isLetterLabel || KeywordStarts.Contains(text[offset])
            && text.AsSpan(offset, Math.Min(LongestBeforeNumber, text.Length - offset)).ContainsAnyInRange('0', '9');
    }

    /// <summary>The length of points such as "(3P)" at an offset, 0 where there are none.</summary>
    public static int PointsLengthAt(string text, int offset) => Points().Match(text, offset) is { Success: true } match ? match.Length : 0;

    private static LabelText Finish(string text, Match match, bool isLocal, string style, bool isHeading)
    {
        var end = match.Index + match.Length;
        var further = isLocal || !match.Groups["item"].Success ? Match.Empty : Further().Match(text, end);
        if (further.Success && !isHeading && further.Groups["joint"].Captures.Any(c => c.Value is ","))
            further = Match.Empty;
        end += further.Length;
        var closed = match.Groups["close"].Success || text[end - 1] is ')' or ']';
        var points = PointsLengthAt(text, end);
        end += points;
        var tail = Tail().Match(text, end);
        end += tail.Length;
        if (points == 0 && PointsLengthAt(text, end) is > 0 and var later)
        {
            points = later;
            end += later;
            end += Tail().Match(text, end).Length;
        }

        return new LabelText
        {
            Path = [.. match.Groups["outer"].Captures.Concat(match.Groups["item"].Captures).Select(c => SheetNumbering.NumberOf(c.Value))],
            IsLocal = isLocal,
            HasKeyword = style == "keyword",
            HasSeparator = closed || tail.Value.AsSpan().Trim().Length > 0,
            HasPoints = points > 0,
            IsLoose = match.Groups["loose"].Success,
            Further = [.. further.Groups["number"].Captures.Select(c => c.Value.Split('.').Select(SheetNumbering.NumberOf).ToArray())],
            Style = style,
            Length = end - match.Index,
        };
    }

    private static string StyleOf(Match local)
    {
        var kind = char.IsDigit(local.Groups["item"].Value[0]) ? "1" : "a";
        return local.Groups["open"].Success ? $"({kind})" : kind + local.Groups["close"].Value;
    }

    [GeneratedRegex(
        Lead + Section + Intro + GroupWord + @"\s*(?:nr\.?\s*|no\.?\s*|\#\s*)?(?<outer>\d{1,2}|(?-i:[IVX]{1,4}\b))"
        + @"(?:(?:\.(?:(?<item>\d{1,2})|(?<item>[a-h])(?=[).:\s]))|\s?\(\s?" + Item + @"\s?(?<close>\))"
        + @"|(?<item>[a-h])\b|\s" + Item + @"(?<close>\))"
        + @"|\s*[.,:;–—-]?\s*" + ItemWord + @"\s*\(?" + Item + @"\)?)" + NoPoints + @")?(?![\p{L}\d_])(?![.,]\d)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GroupKeyword();

    [GeneratedRegex(
        Lead + Section + Intro + @"(?:" + ItemWord + @"\s*[.:#]?\s*|q\.?\s?(?=\d)|(?-i:A)(?=\d{1,2}\.\d))"
        + @"\(?(?:(?<outer>\d{1,2})\s?\.\s?(?<item>\d{1,2}|[a-h])|(?<item>\d{1,2})|(?<item>[a-h])(?=\s*[).:]|\s*$))"
        + @"(?<close>\))?" + NoPoints,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ItemKeyword();

    [GeneratedRegex(
        Lead + Intro + @"[(\[]?\s?(?:(?<outer>\d{1,2})(?:\.(?<outer>\d{1,2}))*?(?:\.|(?<loose>\s\.\s?|\.\s))(?<item>\d{1,2})"
        + @"|(?<outer>\d{1,2})\.?\s?(?<item>[a-h])(?=[).:\]]))"
        + @"(?<close>\s?[)\]])?(?![\p{L}\d_%°])(?![.,]\d)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Dotted();

    [GeneratedRegex(
        Lead + @"(?:(?<open>\()\s?(?<item>\d{1,2}|[a-h])\s?\)|(?<item>\d{1,2})(?<close>\)|\.(?!\d)|:(?!\d))"
        + @"|(?<item>[a-h])(?<close>\)))(?![\d.,;)])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Local();

    /// <summary>"3 Attention", as programs number headings.</summary>
    [GeneratedRegex(@"\G(?<outer>\d{1,2})(?<loose>\s+)(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    /// <summary>"3.1 and 3.2", "1.1/1.2".</summary>
    [GeneratedRegex(
        @"\G(?:\s?(?<joint>[,/&+]|\b(?:and|und)\b)\s?(?:" + ItemWord + @"\s)?(?<number>\d{1,2}\.\d{1,2})(?![\p{L}\d_%°])(?![.,]\d))+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Further();

    [GeneratedRegex(@"\G\s*(?:[:.)\]]|[–—-]+(?=\s|$))?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();

    [GeneratedRegex(
        @"\G\s*[–—-]?\s*(?:[(\[]\s*\d{1,2}(?:[.,]5)?\s*(?:p|pts?\.?|points?|punkte?|pkt\.?)\s*[)\]]"
        + @"|\d{1,2}(?:[.,]5)?\s*(?:points?|punkte?)\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Points();
}
