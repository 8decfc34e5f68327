using System.Text.RegularExpressions;

namespace AutoGrader.Application.Judge;

/// <summary>
/// Names and numbers of a student, to be taken out of what is sent to others. Names are found as they are spelt, so that somebody called
/// An or Klein loses no small word; where they lose a large one, the judge's opinion suffers and nobody's points.
/// </summary>
internal sealed class PersonalWords(IEnumerable<string?> names)
{
    private const string Removed = "[…]";

    // Small words within names, which every German text is full of: they are taken out before a name, never alone.
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "von", "vom", "der", "den", "dem", "zu", "zum", "zur", "und", "van", "de", "del", "della", "di", "da", "das", "do", "dos",
        "du", "la", "le",
    };

    private readonly List<Regex> _words =
    [
        .. names.OfType<string>().SelectMany(Patterns)
            .Distinct(StringComparer.Ordinal).OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)
            .Select(w => new Regex($@"(?<![\p{{L}}\p{{N}}]){w}(?![\p{{L}}\p{{N}}])", RegexOptions.CultureInvariant)),
    ];

    /// <summary>The text without them.</summary>
    public string RemovedFrom(string text) => _words.Aggregate(text, (left, word) => word.Replace(left, Removed));

    // A word of a name, with the small words that stand before it.
    private static IEnumerable<string> Patterns(string name)
    {
        var before = "";
        foreach (var word in name.Split([' ', '-', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1))
        {
            if (Particles.Contains(word))
            {
                before += Regex.Escape(word) + @"\s+";
                continue;
            }
            if (before.Length > 0)
                yield return before + Regex.Escape(word);
            yield return Regex.Escape(word);
            before = "";
        }
    }
}
