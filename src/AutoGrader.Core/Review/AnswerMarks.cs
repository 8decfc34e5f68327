using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Review;

/// <summary>Finds evidence in the text of an answer, to be shown where there is no page.</summary>
public static class AnswerMarks
{
    /// <summary>
    /// The spans of the text that evidence quotes, in order and without overlap. Evidence whose words stand in the text in another form
    /// (a matrix, a sentence over two columns) has no span.
    /// </summary>
    public static IReadOnlyList<(int Start, int Length)> Of(string text, IEnumerable<Evidence> evidence)
    {
        var spans = evidence.Where(e => e.Text.Length > 0)
            .Select(e => (Start: text.IndexOf(e.Text, StringComparison.Ordinal), e.Text.Length))
            .Where(s => s.Start >= 0)
            .OrderBy(s => s.Start).ThenByDescending(s => s.Length);
        var marks = new List<(int Start, int Length)>();
        foreach (var (start, length) in spans)
        {
            if (marks.Count == 0 || start >= marks[^1].Start + marks[^1].Length)
                marks.Add((start, length));
            else
                marks[^1] = (marks[^1].Start, Math.Max(marks[^1].Length, start + length - marks[^1].Start));
        }
        return marks;
    }
}
