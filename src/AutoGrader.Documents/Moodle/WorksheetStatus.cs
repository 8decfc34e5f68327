using System.Text.RegularExpressions;

namespace AutoGrader.Documents.Moodle;

/// <summary>
/// Reads the status cell: parts joined by <c> - </c>, the submission's own status first (formats, section 2.2). English and German.
/// </summary>
internal sealed partial record WorksheetStatus(bool IsNothingSubmitted, bool IsDraft, bool IsLate, DateTime? ExtensionUntil)
{
    /// <summary>Reads a cell. What is in no known language says nothing.</summary>
    public static WorksheetStatus Parse(string status)
    {
        var parts = status.Split(" - ", StringSplitOptions.TrimEntries);
        return new(
            Nothing().IsMatch(parts[0]),
            Draft().IsMatch(parts[0]),
            parts.Skip(1).Any(p => Late().IsMatch(p)),
            parts.Where(p => Extension().IsMatch(p)).Select(WorksheetDate.Find).FirstOrDefault(d => d is not null));
    }

    [GeneratedRegex(
        "^(?:No submission|No attempt|Nothing submitted|Keine Abgabe|Neue Abgabe|Kein Versuch)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    [GeneratedRegex(
        "^(?:Draft|Reopened|Entwurf|Erneut geöffnet|Wieder geöffnet|Wiedereröffnet)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Draft();

    [GeneratedRegex(@"[0-9].*\s(?:late|zu spät|später|verspätet|Verspätung)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Late();

    [GeneratedRegex("^(?:Extension|Verl[aä]nger)[^:]*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extension();
}
