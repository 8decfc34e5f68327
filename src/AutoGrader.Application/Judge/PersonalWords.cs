using System.Text.RegularExpressions;

namespace AutoGrader.Application.Judge;

/// <summary>
/// Names and numbers of a student, to be taken out of what is sent to others. Names are found as they are spelt, so that somebody called
/// An or Klein loses no small word; where they lose a large one, the judge's opinion suffers and nobody's points.
/// </summary>
internal sealed class PersonalWords(IEnumerable<string?> names)
{
    private const string Removed = "[…]";

    private readonly List<Regex> _words =
    [
        .. names.OfType<string>()
            .SelectMany(n => n.Split([' ', '-', ',', '.'], StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.Length > 1)
            .Distinct(StringComparer.Ordinal).OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)
            .Select(w => new Regex($@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(w)}(?![\p{{L}}\p{{N}}])", RegexOptions.CultureInvariant)),
    ];

    /// <summary>The text without them.</summary>
    public string RemovedFrom(string text) => _words.Aggregate(text, (left, word) => word.Replace(left, Removed));
}
