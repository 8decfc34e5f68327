using System.Text.RegularExpressions;

namespace AutoGrader.Core.Reading.Locating;

/// <summary>Recognises text that names a question rather than answering it.</summary>
internal sealed partial class QuestionTitles
{
    private readonly List<HashSet<string>> _words;

    public QuestionTitles(IReadOnlyList<OutlineQuestion> questions) =>
        _words = [.. questions.Select(q => new[] { q.Title.English, q.Title.German, q.Text.English, q.Text.German }
            .SelectMany(ReportWords.Split).Select(w => w.Text).ToHashSet(StringComparer.Ordinal))];

    /// <summary>Whether it is short, no sentence, and at least half of the words are those of the question.</summary>
    public bool IsTitleOf(int question, string text)
    {
        const int LongestTitle = 12;
        if (Sentence().IsMatch(text))
            return false;
        var words = ReportWords.Split(text).Select(w => w.Text).ToList();
        return words.Count is > 0 and <= LongestTitle && 2 * words.Count(_words[question].Contains) >= words.Count;
    }

    [GeneratedRegex(@"\p{L}[.!](?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
