using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoGrader.Core.Rubrics.Sheets;

/// <summary>Points as sheets print them: "(2P)", "[1.5 points]", "… . 2 P" at the end of a line, "(5 Punkte + 2 Bonuspunkte)".</summary>
/// <param name="Regular">The points; <c>null</c> where there are none but bonus points.</param>
/// <param name="Bonus">Bonus points beside them or alone.</param>
internal sealed partial record SheetPoints(Points? Regular, Points? Bonus)
{
    private const string Number = @"\d{1,3}(?:[.,][05])?";
    private const string Unit = @"(?:p|pts?|pkte?|punkte?|points?|marks?)";
    private const string Bonusses = @"(?:bonus|zusatz|extra)[\s-]*" + Unit;

    /// <summary>All that stand in a text.</summary>
    public static IReadOnlyList<SheetPoints> All(string text, bool isHeading = false) =>
    [
        .. Bracketed().Matches(text).Concat((isHeading ? AtEndOfHeading() : AtEnd()).Matches(text))
            .Select(m => new SheetPoints(Value(m.Groups["points"]), Value(m.Groups["bonus"]))),
    ];

    /// <summary>A text without them.</summary>
    public static string Without(string text, bool isHeading = false) =>
        (isHeading ? AtEndOfHeading() : AtEnd()).Replace(Bracketed().Replace(text, ""), "$1");

    /// <summary>A heading's title, its points, and what stands behind these where the text goes on in the same line.</summary>
    public static (string Title, SheetPoints? Points, string Behind) Heading(string heading)
    {
        var points = All(heading, isHeading: true) is [var first, ..] ? first : null;
        return Bracketed().Match(heading) is { Success: true, Index: > 0 } match && heading[..match.Index].Trim().Length > 0
            ? (heading[..match.Index], points, heading[(match.Index + match.Length)..].Trim(' ', ':'))
            : (Without(heading, isHeading: true), points, "");
    }

    /// <summary>Whether a text without its points still speaks of some.</summary>
    public static bool AreMentioned(string text) => Mentioned().IsMatch(text);

    /// <summary>A bare number in brackets at the end, such as "(2)", which may as well be the number of an equation.</summary>
    public static Points? Bare(string text) =>
        BareAtEnd().Match(text.TrimEnd()) is { Success: true } match ? Value(match.Groups["points"]) : null;

    /// <summary>A text without a bare number at its end.</summary>
    public static string WithoutBare(string text) => BareAtEnd().Replace(text.TrimEnd(), "");

    /// <summary>What a line says the whole sheet is worth; <c>null</c> where it does not.</summary>
    public static Points? Total(string line) =>
        TotalLine().Match(line) is { Success: true } match ? Value(match.Groups["points"]) : null;

    private static Points? Value(Group group) => group.Success
        && decimal.TryParse(group.Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        ? Core.Points.TryFromValue(value) : null;

    [GeneratedRegex(
        @"[*_]{0,2}[(\[]\s*(?:(?:max\.?|worth)\s*)?(?:(?<points>" + Number + @")\s*" + Unit
            + @"\.?(?:\s*(?:\+|,|and|und)\s*(?<bonus>" + Number + @")\s*" + Bonusses + @"\.?)?|(?<bonus>" + Number
            + @")\s*" + Bonusses + @"\.?)\s*[)\]][*_]{0,2}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bracketed();

    // "Draw a line through 2 points" is none: a sentence ends before it, or a gap does.
    [GeneratedRegex(
        @"([.?!:;)\]]|\s)\s+(?<points>" + Number + @")\s*" + Unit + @"\.?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex AtEnd();

    [GeneratedRegex(
        @"(^|[\s:,–-])\s*(?<points>" + Number + @")\s*" + Unit + @"\.?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AtEndOfHeading();

    [GeneratedRegex(@"\b" + Number + @"\s*(?:punkte?|points?|marks?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mentioned();

    [GeneratedRegex(@"[(\[]\s*(?<points>" + Number + @")\s*[)\]]$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BareAtEnd();

    [GeneratedRegex(
        @"\b(?:total|insgesamt|gesamt|gesamtpunktzahl|summe|sum)\b[^\d\n]{0,30}(?<points>" + Number + @")(?:\s*" + Unit + @"\b|\s*$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TotalLine();
}
