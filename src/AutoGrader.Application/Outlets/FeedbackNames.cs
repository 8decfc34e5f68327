using System.Globalization;
using System.Text;

namespace AutoGrader.Application.Outlets;

/// <summary>
/// Names for feedback files on disk: readable, safe on every system, unique also where case does not count. Same order, same names.
/// </summary>
internal sealed class FeedbackNames
{
    private const int LongestPart = 60;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of all feedback files in Moodle, which replaces one of the same name and never deletes one.</summary>
    public static string InMoodle(string rubricId) => $"feedback-{rubricId}.pdf";

    /// <summary>The name for a participant's file.</summary>
    public string Next(string? name, string participant)
    {
        var id = Path.ChangeExtension(participant, null);
        var stem = name is null || Safe(name).Length == 0 ? Safe(id) : $"{Safe(name)}_{Safe(id)}";
        var unique = stem;
        for (var number = 2; !_taken.Add(unique); number++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        return unique + ".pdf";
    }

    private static string Safe(string text)
    {
        var safe = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (safe.Length >= LongestPart)
                break;
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
                safe.Append(rune);
            else if (safe.Length > 0 && safe[^1] != '-')
                safe.Append('-');
        }
        return safe.ToString().TrimEnd('-');
    }
}
