using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoGrader.Documents.Moodle;

/// <summary>
/// Reads the dates that Moodle prints for people (formats, section 2.3), English and German, as wall-clock time to the minute.
/// </summary>
internal static partial class WorksheetDate
{
    private const string Clock = @"(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?:\s*(?<half>[APap])\.?[Mm])?";

    private static readonly string[][] Months =
    [
        ["january", "januar", "jänner", "jan"],
        ["february", "februar", "feber", "feb"],
        ["march", "märz", "mar", "mär", "mrz"],
        ["april", "apr"],
        ["may", "mai"],
        ["june", "juni", "jun"],
        ["july", "juli", "jul"],
        ["august", "aug"],
        ["september", "sept", "sep"],
        ["october", "oktober", "oct", "okt"],
        ["november", "nov"],
        ["december", "dezember", "dec", "dez"],
    ];

    /// <summary>The first date in a text, or <c>null</c>: for <c>-</c>, nothing, and languages we do not know.</summary>
    public static DateTime? Find(string? text)
    {
        var composed = (text ?? "").Normalize();
        var match = DayFirst().Match(composed);
        if (!match.Success)
            match = MonthFirst().Match(composed);
        if (!match.Success)
            return Iso(composed);
        var month = Array.FindIndex(Months, names => names.Contains(match.Groups["month"].Value.ToLowerInvariant())) + 1;
        var hour = Number(match, "hour");
        if (match.Groups["half"] is { Success: true } half && hour is >= 1 and <= 12)
            hour = hour % 12 + (half.Value is "P" or "p" ? 12 : 0);
        return Date(Number(match, "year"), month, Number(match, "day"), hour, Number(match, "minute"));
    }

    private static DateTime? Iso(string text)
    {
        var match = IsoDate().Match(text);
        return match.Success
            ? Date(Number(match, "year"), Number(match, "month"), Number(match, "day"), Number(match, "hour"), Number(match, "minute"))
            : null;
    }

    private static DateTime? Date(int year, int month, int day, int hour, int minute) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) &&
        hour <= 23 && minute <= 59
            ? new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified)
            : null;

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(?<day>[0-9]{1,2})\.?\s+(?<month>\p{L}+)\.?,?\s+(?<year>[0-9]{4}),?\s+" + Clock)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<month>\p{L}+)\.?\s+(?<day>[0-9]{1,2}),?\s+(?<year>[0-9]{4}),?\s+" + Clock)]
    private static partial Regex MonthFirst();

    [GeneratedRegex("(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})[T ](?<hour>[0-9]{2}):(?<minute>[0-9]{2})")]
    private static partial Regex IsoDate();
}
