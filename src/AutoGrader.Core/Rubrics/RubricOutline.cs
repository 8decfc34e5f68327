using System.Runtime.CompilerServices;
using AutoGrader.Core.Grading.Axes;
using AutoGrader.Core.Grading.Shapes;
using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Rubrics;

/// <summary>Takes from a rubric what finding answers needs.</summary>
public static class RubricOutline
{
    // The same one each time, so that what is worked out from an outline is worked out once for all reports.
    private static readonly ConditionalWeakTable<Rubric, SheetOutline> Made = [];
    private static readonly ConditionalWeakTable<Rubric, SheetOutline> MadeForStudents = [];

    /// <summary>The outline for grading: with the words of the criteria, which help where a report has no labels.</summary>
    public static SheetOutline Outline(this Rubric rubric) =>
        Made.GetValue(rubric, static r => Of(r, question => [.. KeywordsOf(question)]));

    /// <summary>The outline for students: nothing but what is printed on the sheet.</summary>
    public static SheetOutline PublicOutline(this Rubric rubric) =>
        MadeForStudents.GetValue(rubric, static r => Of(r, _ => []));

    private static SheetOutline Of(Rubric rubric, Func<Question, IReadOnlyList<string>> keywords) => new()
    {
        Title = rubric.Title,
        Course = rubric.Course,
        Due = rubric.Due,
        HandIn = rubric.HandIn,
        Questions =
        [
            .. rubric.Questions.Select(q => new OutlineQuestion(q.Id, q.Title, q.Text) { IsNumeric = q.IsNumeric, Keywords = keywords(q) }),
        ],
    };

    private static IEnumerable<string> KeywordsOf(Question question) =>
    [
        .. question.Criteria.SelectMany(c => new[] { c.Text.English, c.Text.German }),
        .. question.Criteria.SelectMany(LevelsInWords.Of).SelectMany(l => l.Says).Select(p => p.Source),
        .. question.Criteria.SelectMany(c => WordsOf(c, question)),
    ];

    // Kinds that need no phrases know the words of their subject themselves.
    private static IEnumerable<string> WordsOf(Criterion criterion, Question question) => criterion switch
    {
        ListCriterion list =>
        [
            .. list.Names.Concat(question.RowsAre.Values).Select(p => p.Source),
            .. list.Size is null ? [] : SizeWords.All.Select(w => w.Source),
        ],
        AxisCriterion =>
        [
            .. question.RowsAre.Values.Select(p => p.Source),
            .. new[] { AxisWords.Row, AxisWords.Column, AxisWords.Last, AxisWords.First, AxisWords.Summed }.Select(w => w.Source),
        ],
        _ => [],
    };
}
