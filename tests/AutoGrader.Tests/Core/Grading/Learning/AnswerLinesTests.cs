using AutoGrader.Core.Grading.Learning;

namespace AutoGrader.Tests.Core.Grading.Learning;

public sealed class AnswerLinesTests
{
    [Fact]
    public void Points_are_taken_by_criterion_or_as_a_number()
    {
        const string Source = """
            {"student": "s1", "language": "de", "question": "1.2", "answer": "a", "points": {"1.2a": 0.5, "1.2b": 1}}

            {"question": 7, "answer": "b", "points": 4.25}
            {"question": "7", "criterion": "7a", "answer": "c", "points": 3}
            {"question": "7", "answer": "d"}
            {"question": "7", "answer": "e", "reference": true, "points": null}
            """;

        var (lines, errors) = AnswerLines.Read(Source, "x.jsonl");

        Assert.Empty(errors);
        Assert.Equal([1, 3, 4, 5, 6], lines.Select(l => l.Line));
        Assert.Equal([("1.2a", 0.5m), ("1.2b", 1m)], lines[0].Points.Select(p => (p.Key, p.Value)));
        Assert.Equal(("s1", "de"), (lines[0].Student, lines[0].Language));
        Assert.Equal(("7", 4.25m), (lines[1].QuestionId, lines[1].Points["7"]));
        Assert.Equal(3m, lines[2].Points["7a"]);
        Assert.Empty(lines[3].Points);
        Assert.True(lines[4].IsReference);
    }

    [Theory]
    [InlineData("""{"question": "1", "answer": """)]
    [InlineData("""[1]""")]
    [InlineData("""{"answer": "a"}""")]
    [InlineData("""{"question": "1"}""")]
    [InlineData("""{"question": "1", "answer": "a", "points": "full"}""")]
    [InlineData("""{"question": "1", "answer": "a", "points": {"1a": true}}""")]
    [InlineData("""{"question": "1", "answer": ["a"]}""")]
    public void A_bad_line_is_named(string line)
    {
        var (lines, errors) = AnswerLines.Read("{\"question\": \"1\", \"answer\": \"good\"}\n" + line, "x.jsonl");

        Assert.Empty(lines);
        Assert.Equal(2, Assert.Single(errors).Line);
    }
}
