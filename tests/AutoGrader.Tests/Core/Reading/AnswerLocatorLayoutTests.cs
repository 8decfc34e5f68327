using AutoGrader.Core.Reading;

namespace AutoGrader.Tests.Core.Reading;

/// <summary>The typed answers of tests/Data/corpus/students.json in every layout: nothing lost, invented or mixed up.</summary>
public sealed class AnswerLocatorLayoutTests
{
    public static TheoryData<string, string> Reports
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var student in TypedStudent.All)
            {
                foreach (var layout in SheetLayout.Names)
                    data.Add(student.Id, layout);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Locate_TypedAnswersInALayout_FindsEachAndInventsNone(string id, string layout)
    {
        var student = TypedStudent.All.Single(s => s.Id == id);
        var content = SheetLayout.Lay(student, layout);

        var document = AnswerLocator.Locate(content, SheetFive.Rubric);

        var problems = new List<string>();
        foreach (var answer in document.Answers)
        {
            if (!student.Answers.TryGetValue(answer.QuestionId, out var typed))
            {
                if (answer.State != AnswerState.Missing)
                    problems.Add($"{answer.QuestionId} is invented: {answer.Text}");
                continue;
            }

            var (recall, precision) = WordOverlap.Of(string.Join(' ', TypedBlocks.Of(typed).Select(b => b.Text)), answer.Text);
            if (recall < 0.97 || precision < 0.95)
                problems.Add($"{answer.QuestionId} {answer.State}: recall {recall:0.00}, precision {precision:0.00}, “{answer.Text}”");
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        LocatedParts.AssertConsistent(content, document);
    }

    [Fact]
    public void Locate_TypedAnswersInAllLayouts_IsSureOfNearlyAll()
    {
        var answers = (
            from student in TypedStudent.All
            from layout in SheetLayout.Names
            from answer in AnswerLocator.Locate(SheetLayout.Lay(student, layout), SheetFive.Rubric).Answers
            select (Student: student, Layout: layout, Answer: answer)).ToList();

        var unsure = answers.Where(a => a.Answer.Confidence < 0.8).ToList();

        Assert.True(unsure.Count < 0.03 * answers.Count, $"{unsure.Count} of {answers.Count}:\n" + string.Join('\n', unsure.Select(
            a => $"{a.Student.Id} {a.Layout} {a.Answer.QuestionId} {a.Answer.Confidence:0.00} {a.Answer.Doubt}")));
    }
}
