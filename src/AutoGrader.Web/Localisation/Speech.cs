using System.Globalization;
using AutoGrader.Core;

namespace AutoGrader.Web.Localisation;

/// <summary>
/// Speaks the language of the request. Both languages stand where a text is used, so that none can be missing:
/// <c>@Say["Sign in", "Anmelden"]</c>. Numbers and times are formatted for the language, times in UTC's stead in the server's zone.
/// </summary>
public sealed class Speech(TimeProvider clock)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>The languages, the default first, as the framework wants them.</summary>
    internal static IReadOnlyList<string> Cultures => ["en", "de"];

    /// <summary>The language of the request.</summary>
    public Language Language { get; } =
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "de" ? Language.German : Language.English;

    /// <summary>The code for <c>lang</c>.</summary>
    public string Code => Language == Language.German ? "de" : "en";

    /// <summary>How numbers and times are written.</summary>
    public CultureInfo Culture => Language == Language.German ? German : English;

    /// <summary>The text in the language of the request.</summary>
    public string this[string english, string german] => Language == Language.German ? german : english;

    /// <summary>The text in the language of the request.</summary>
    public string this[LocalizedText text] => text.In(Language);

    /// <summary>A number.</summary>
    public string Number(IFormattable number, string? format = null) => number.ToString(format, Culture);

    /// <summary>Points of the sheet: <c>2.5</c>, <c>2,5</c>.</summary>
    public string Points(Points points) => points.Value.ToString("0.#", Culture);

    /// <summary>A share as whole percent.</summary>
    public string Percent(double share) => share.ToString("P0", Culture);

    /// <summary>A point in time, to the minute.</summary>
    public string Time(DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), clock.LocalTimeZone);
        return local.ToString(this["d MMM yyyy, HH:mm", "d. MMM yyyy, HH:mm"], Culture);
    }

    /// <summary>A time as the field of a form that asks for one shows it.</summary>
    public string InputTime(DateTime utc) => TimeZoneInfo
        .ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), clock.LocalTimeZone)
        .ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A length of time, in the unit that says it best.</summary>
    public string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => this[$"{Math.Ceiling(time.TotalSeconds):0} s", $"{Math.Ceiling(time.TotalSeconds):0} s"],
        { TotalMinutes: < 90 } => this[$"{Math.Ceiling(time.TotalMinutes):0} min", $"{Math.Ceiling(time.TotalMinutes):0} Min."],
        _ => this[$"{time.TotalHours.ToString("0.#", Culture)} h", $"{time.TotalHours.ToString("0.#", Culture)} Std."],
    };

    /// <summary>A size of a file.</summary>
    public string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => $"{(bytes / 1024.0).ToString("0", Culture)} KB",
        < 1024L * 1024 * 1024 => $"{(bytes / 1024.0 / 1024).ToString("0.0", Culture)} MB",
        _ => $"{(bytes / 1024.0 / 1024 / 1024).ToString("0.00", Culture)} GB",
    };

    /// <summary>Tells one from many.</summary>
    public string Count(int number, (string One, string Many) english, (string One, string Many) german)
    {
        var (one, many) = Language == Language.German ? german : english;
        return $"{number.ToString("N0", Culture)} {(number == 1 ? one : many)}";
    }
}
