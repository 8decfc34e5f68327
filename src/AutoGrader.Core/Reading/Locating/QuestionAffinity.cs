using System.Runtime.CompilerServices;

namespace AutoGrader.Core.Reading.Locating;

/// <summary>
/// How much a text sounds like an answer to each question: the words of the question and its keywords, weighted by how few
/// questions share them. A hint for doubts and for reports without any label, never a reason to move labelled text.
/// </summary>
internal sealed class QuestionAffinity
{
    private const int StemLength = 6;

    private static readonly ConditionalWeakTable<IReadOnlyList<OutlineQuestion>, QuestionAffinity> Made = [];

    private readonly Dictionary<string, List<int>> _questionsOf = new(StringComparer.Ordinal);
    private readonly int _count;

    private QuestionAffinity(IReadOnlyList<OutlineQuestion> questions)
    {
        _count = questions.Count;
        for (var i = 0; i < questions.Count; i++)
        {
            foreach (var stem in TextsOf(questions[i]).SelectMany(StemsOf).Distinct(StringComparer.Ordinal))
            {
                if (!_questionsOf.TryGetValue(stem, out var list))
                    _questionsOf[stem] = list = [];
                list.Add(i);
            }
        }
    }

    /// <summary>That of an outline's questions; made once for them, since it takes longer than the rest of finding the answers.</summary>
    public static QuestionAffinity To(IReadOnlyList<OutlineQuestion> questions) =>
        Made.GetValue(questions, static q => new QuestionAffinity(q));

    /// <summary>For every question, the weight of its words in a text for each word of the text.</summary>
    public double[] Of(string text)
    {
        var scores = new double[_count];
        var stems = StemsOf(text).Distinct(StringComparer.Ordinal).ToList();
        foreach (var stem in stems)
        {
            if (!_questionsOf.TryGetValue(stem, out var list))
                continue;
            foreach (var question in list)
                scores[question] += Math.Log((double)(_count + 1) / list.Count);
        }

        for (var i = 0; i < _count; i++)
            scores[i] /= Math.Sqrt(stems.Count + 1);
        return scores;
    }

    private static IEnumerable<string> StemsOf(string text) =>
        ReportWords.Split(text).Select(w => w.Text.Length > StemLength ? w.Text[..StemLength] : w.Text).Where(s => s.Length > 2);

    private static IEnumerable<string> TextsOf(OutlineQuestion question) =>
    [
        question.Title.English, question.Title.German, question.Text.English, question.Text.German, .. question.Keywords,
    ];
}
