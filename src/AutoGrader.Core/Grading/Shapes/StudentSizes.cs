using AutoGrader.Core.Grading.Notation;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>
/// Which of the rubric's sizes each letter of a student stands for, by the shapes the student gave. A letter that the student gave no
/// meaning
/// has that of the sheet.
/// </summary>
internal sealed class StudentSizes
{
    private readonly Dictionary<string, SortedSet<string>> given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> usual = new(StringComparer.OrdinalIgnoreCase);

    private StudentSizes()
    {
    }

    /// <summary>Reads the shapes of an answer and of the question it builds on.</summary>
    public static StudentSizes Of(Question question, Answer answer, GradingContext context)
    {
        var sizes = new StudentSizes();
        foreach (var symbol in question.Shapes.Values.SelectMany(s => new[] { s.Rows, s.Columns }))
            sizes.usual[NormalForm(symbol)] = symbol;
        var source = context.Document.Answers.FirstOrDefault(a => a.QuestionId == question.ShapesFrom && a.State == AnswerState.Found);
        foreach (var where in new[] { source, answer }.OfType<Answer>())
            sizes.Add(ShapeReading.Of(where, question.Shapes.Keys), question.Shapes);
        return sizes;
    }

    /// <summary>
    /// The rubric's sizes that a letter may stand for: none for a stranger, several where the student gave one letter to all of them.
    /// </summary>
    public IReadOnlyCollection<string> MeaningOf(NotationToken name)
    {
        var sheet = name.Text.Length > 1 || name.IsScripted ? usual.GetValueOrDefault(name.Text) : null;
        if (!given.TryGetValue(name.Text, out var meanings))
            return sheet is null ? [] : [sheet];
        return sheet is not null && meanings.Count > 1 && meanings.Contains(sheet) ? [sheet] : meanings;
    }

    private void Add(ShapeReading reading, IReadOnlyDictionary<string, MatrixShape> expected)
    {
        var isTurned = reading.IsTurned(expected);
        foreach (var (matrix, shape) in expected)
        {
            if (reading.IsContradictory(matrix) || reading.ShapeOf(matrix) is not { IsNumeric: false } said)
                continue;
            Add(isTurned ? said.Columns : said.Rows, shape.Rows);
            Add(isTurned ? said.Rows : said.Columns, shape.Columns);
        }
    }

    private void Add(string letter, string size)
    {
        if (!given.TryGetValue(letter, out var meanings))
            given[letter] = meanings = new SortedSet<string>(StringComparer.Ordinal);
        meanings.Add(size);
    }

    private static string NormalForm(string symbol) =>
        string.Concat(NotationScanner.Scan(symbol, linesEnd: false).Select(t => t.Text));
}
