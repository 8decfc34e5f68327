using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoGrader.Core.Reading.Locating;

/// <summary>What an answer says about itself: that there is none, or that it stands elsewhere.</summary>
internal static partial class AnswerWording
{
    private const int LongestReference = 12;

    /// <summary>Whether only punctuation was read, more than a dash: what stood between it was not.</summary>
    public static bool IsRemnant(IReadOnlyList<ReportBlock> blocks) =>
        IsNothing(blocks) && !blocks.Any(b => b.Text.Any(char.IsLetter)) && blocks.Any(b => b.Text.AsSpan().ContainsAny(",;:.="));

    /// <summary>Whether nothing stands there, or only a dash or "not answered".</summary>
    public static bool IsNothing(IReadOnlyList<ReportBlock> blocks)
    {
        if (blocks.Any(b => b.Matrices.Count > 0))
            return false;
        var text = string.Join(' ', blocks.Select(b => b.Text)).Trim();
        return !text.Any(MeansSomething) || NoAnswer().IsMatch(text);
    }

    /// <summary>Whether hardly more stands there than a hint at another answer.</summary>
    public static bool RefersElsewhere(IReadOnlyList<ReportBlock> blocks)
    {
        var text = string.Join(' ', blocks.Select(b => b.Text));
        return blocks.All(b => b.Matrices.Count == 0) && ReportWords.Split(text).Count() <= LongestReference && Reference().IsMatch(text);
    }

    private static bool MeansSomething(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol;

    [GeneratedRegex(
        @"^\W*(?:not?\s+(?:answered|solved|done|attempted|answer|solution|idea|time(?:\s+left)?)|unanswered|skip(?:ped)?|left\s+out|"
        + @"n/?a|to\s?do|tbd|missing|"
        + @"(?:sorry,?\s+)?(?:i\s+)?(?:do\s+not|don.?t|did\s+not|didn.?t)\s+(?:know|do|answer|solve)(?:\s+(?:it|this|that|the\s+answer))?|"
        + @"keine?\s+(?:ahnung|antwort|lösung|zeit(?:\s+mehr)?|idee|bearbeitung)|"
        + @"nicht\s+(?:bearbeitet|beantwortet|gelöst|gemacht|geschafft)|"
        + @"(?:das\s+)?wei(?:ß|ss)\s+(?:ich\s+)?(?:leider\s+)?nicht|ausgelassen|übersprungen|fehlt|entfällt|leer)\W*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoAnswer();

    [GeneratedRegex(
        @"\b(?:see|cf\.?|compare|as\s+in|same\s+as|refer\s+to|siehe|vgl\.?|wie\s+in|wie\s+bei|steht\s+(?:schon\s+)?(?:in|bei))"
        + @"\s+(?:\p{L}+\.?,?\s+){0,3}\(?\d|"
        + @"\b(?:see|as|mentioned|explained)\s+(?:above|below)\b|\bs\.\s?[ou]\.|"
        + @"\b(?:siehe|wie)\s+(?:oben|unten)\b|\bs\.\s+(?:aufg|frage|teil)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
