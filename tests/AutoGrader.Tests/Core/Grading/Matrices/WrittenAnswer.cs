using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Matrices;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Tests.Core.Computations;

namespace AutoGrader.Tests.Core.Grading.Matrices;

/// <summary>
/// Makes answers from lines such as <c>QK^T = 2 2 2; 0 1 1</c>: a name (optional), then rows. A line that begins with <c>*</c> is a factor
/// of a product; a line that begins with <c>~</c> was read as text, not as a matrix; an entry followed by <c>?</c> was hard to read; an
/// entry <c>x</c> is no number.
/// </summary>
internal static class WrittenAnswer
{
    public static IReadOnlyList<CriterionScore> Grade(params string[] matrices) => Grade(SheetFive.Question, Of(matrices));

    public static IReadOnlyList<CriterionScore> Grade(Question question, Answer answer, params ReadingRemark[] remarks) =>
        new MatrixCriterionGrader().Grade(question, question.Criteria, answer, Context(answer, remarks));

    public static string PointsOf(IReadOnlyList<CriterionScore> scores) =>
        string.Join(' ', scores.Select(s => s.Points.ToString() + (s.NeedsReview ? "?" : "")));

    public static Answer Of(params string[] matrices) => new()
    {
        QuestionId = "3.4",
        State = AnswerState.Found,
        Confidence = 1,
        Blocks = [.. matrices.Select(Block)],
    };

    public static GradingContext Context(Answer answer, params ReadingRemark[] remarks) => new(
        new AnswerDocument { Answers = [answer], Language = Language.English, Pages = [new PageSize(595, 842)], Remarks = remarks },
        SheetFive.Rubric);

    private static ReportBlock Block(string line)
    {
        if (line.StartsWith('~'))
        {
            return new ReportBlock
            {
                Kind = BlockKind.Paragraph,
                Text = line[1..],
                Lines = [new ReportLine(0, line.Length - 1, 1, new Box(0, 0, 100, 100))],
            };
        }

        var reading = Matrix(line);
        return new ReportBlock
        {
            Kind = BlockKind.Formula,
            Text = line,
            Lines = [new ReportLine(0, line.Length, 1, reading.Box)],
            Matrices = [reading],
        };
    }

    private static MatrixReading Matrix(string line)
    {
        var equals = line.LastIndexOf('=');
        var rows = line[(equals + 1)..].TrimStart('*', ' ').Split(';').Select(
            row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var entries = rows.SelectMany((row, i) => row.Select((text, j) => Entry(text, i, j))).ToList();
        return new MatrixReading
        {
            Rows = rows.Count,
            Columns = rows[0].Length,
            Entries = entries,
            Page = 1,
            Box = new Box(0, 0, 100, 100),
            Start = equals + 1,
            Length = line.Length - equals - 1,
            Name = equals < 0 ? null : line[..equals].Trim(),
            IsValue = !line.StartsWith('*'),
            Confidence = entries.Min(e => e.Confidence),
        };
    }

    private static MatrixEntry Entry(string text, int row, int column)
    {
        var shown = text.TrimEnd('?');
        var fraction = shown.Split('/');
        double? value = double.TryParse(fraction[0].Replace(',', '.'), CultureInfo.InvariantCulture, out var number)
            ? number / (fraction.Length > 1 ? double.Parse(fraction[1], CultureInfo.InvariantCulture) : 1)
            : null;
        return new MatrixEntry(value, shown, new Box(column * 10, row * 10, 8, 8), text.EndsWith('?') ? 0.6 : 1);
    }
}
