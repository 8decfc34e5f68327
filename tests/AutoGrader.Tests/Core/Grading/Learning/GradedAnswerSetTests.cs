using AutoGrader.Core.Grading.Learning;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Grading.Learning;

public sealed class GradedAnswerSetTests
{
    private const string Line = """{"question": "1.2", "answer": "Vanishing gradients.", "points": {"1.2a": 0, "1.2b": 0.5}}""";
    private const string Other = """{"question": "1.1", "answer": "Gedächtnis", "points": {"1.1a": 1}}""";

    [Fact]
    public void The_name_depends_on_the_content_alone()
    {
        var set = Read($"{Line}\n{Other}\n");

        Assert.Equal(set.Hash, Read($"\uFEFF{Other}\r\n\r\n{Line}").Hash);
        Assert.Equal(set.Hash, Read(Line[..^1] + """, "student": "s1", "language": "en"}""" + "\n" + Other).Hash);
        Assert.NotEqual(set.Hash, Read(Line).Hash);
        Assert.NotEqual(set.Hash, Read($"{Line.Replace("0.5", "1", StringComparison.Ordinal)}\n{Other}").Hash);
    }

    [Fact]
    public void What_is_kept_names_no_student()
    {
        var set = Read(Line[..^1] + """, "student": "s1"}""");

        Assert.DoesNotContain("s1", set.Source, StringComparison.Ordinal);
        Assert.Equal(set.Hash, Read(set.Source).Hash);
    }

    [Theory]
    [InlineData("""{"question": "9.9", "answer": "a", "points": {"9.9a": 1}}""", "no criterion '9.9a'")]
    [InlineData("""{"question": "1.1", "answer": "a", "points": {"1.2a": 1}}""", "no criterion '1.2a'")]
    [InlineData("""{"question": "1.1", "answer": "a", "points": {"1.1a": 1.5}}""", "half-points up to 1")]
    [InlineData("""{"question": "1.1", "answer": "a", "points": {"1.1a": 0.3}}""", "half-points up to 1")]
    [InlineData("""{"question": "1.1", "answer": "a"}""", "no points")]
    [InlineData("""{"question": "1.1"}""", "'answer' is missing")]
    public void A_line_that_the_rubric_does_not_ask_for_is_named(string line, string complaint)
    {
        var (set, errors) = GradedAnswerSet.Read($"{Other}\n{line}", "x.answers.jsonl", TypedCorpus.Rubric);

        Assert.Null(set);
        Assert.Equal(2, errors[0].Line);
        Assert.Contains(complaint, errors[0].Message.English, StringComparison.Ordinal);
        BothLanguages.Agree(errors[0]);
    }

    [Fact]
    public void The_answers_of_the_sheet_are_valid_and_anonymous()
    {
        var path = TestData.InRepository("rubrics", "ivu-sheet-05.answers.jsonl");
        var (set, errors) = GradedAnswerSet.Read(File.ReadAllText(path), path, TypedCorpus.Rubric);

        Assert.Empty(errors);
        Assert.True(set!.Answers.Count > 500);
        Assert.DoesNotContain("\"student\"", File.ReadAllText(path), StringComparison.Ordinal);
    }

    private static GradedAnswerSet Read(string source) => GradedAnswerSet.Read(source, "x", TypedCorpus.Rubric).Set!;
}
