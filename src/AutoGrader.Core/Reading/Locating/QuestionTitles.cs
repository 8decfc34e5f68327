using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Reading.Locating;

/// <summary>Recognises text that names a question rather than answering it.</summary>
internal sealed class QuestionTitles
{
    private readonly List<HashSet<string>> _words;

    public QuestionTitles(IReadOnlyList<Question> questions) =>
        _words = [.. questions.Select(q => new[] { q.Title.English, q.Title.German, q.Text.English, q.Text.German }
            .SelectMany(ReportWords.Split).Select(w => w.Text).ToHashSet(StringComparer.Ordinal))];

    /// <summary>Whether at least half of the words are those of the question.</summary>
    public bool IsTitleOf(int question, string text)
    {
        var words = ReportWords.Split(text).Select(w => w.Text).ToList();
        return words.Count > 0 && 2 * words.Count(_words[question].Contains) >= words.Count;
    }
}
