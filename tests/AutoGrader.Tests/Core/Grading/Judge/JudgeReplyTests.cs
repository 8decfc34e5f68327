using AutoGrader.Core;
using AutoGrader.Core.Grading.Judge;

namespace AutoGrader.Tests.Core.Grading.Judge;

public sealed class JudgeReplyTests
{
    private const string Answer = "The state\n  keeps a memory of all inputs.";

    [Theory]
    [InlineData("""{"points": 1, "quotation": "state keeps a  memory", "reason": "Says it."}""", 1)]
    [InlineData("""{"reason": "Named.", "quotation": "memory", "points": 0.5}""", 0.5)]
    [InlineData("""{"points": 0.0, "quotation": "", "reason": "Nothing."}""", 0)]
    public void Reply_as_asked_for_is_an_opinion(string reply, decimal points)
    {
        var opinion = JudgeReply.Read(reply, JudgeQuestions.About(Answer), "m", "k");

        Assert.Equal((JudgeOutcome.Given, Points.FromValue(points)), (opinion.Outcome, opinion.Points));
        Assert.Equal(("m", "k"), (opinion.Judge, opinion.Key));
    }

    [Theory]
    [InlineData("Full marks!")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""```json {"points": 1, "quotation": "memory", "reason": ""} ```""")]
    [InlineData("""{"points": 1, "quotation": "memory"}""")]
    [InlineData("""{"points": 1, "quotation": "memory", "reason": "", "confidence": 1}""")]
    [InlineData("""{"points": 1, "points": 0, "quotation": "memory", "reason": ""}""")]
    [InlineData("""{"points": "1", "quotation": "memory", "reason": ""}""")]
    [InlineData("""{"points": 1e400, "quotation": "memory", "reason": ""}""")]
    [InlineData("""{"points": -1, "quotation": "memory", "reason": ""}""")]
    [InlineData("""{"points": 2, "quotation": "memory", "reason": ""}""")]
    [InlineData("""{"points": 0.75, "quotation": "memory", "reason": ""}""")]
    [InlineData("""{"points": 1, "quotation": null, "reason": ""}""")]
    [InlineData("""{"points": 1, "quotation": " ", "reason": ""}""")]
    [InlineData("""{"points": 1, "quotation": "long-term dependencies", "reason": ""}""")]
    [InlineData("""{"points": 0, "quotation": "not in the answer", "reason": ""}""")]
    public void Any_other_reply_is_void(string reply)
    {
        var opinion = JudgeReply.Read(reply, JudgeQuestions.About(Answer), "m", "k");

        Assert.Equal((JudgeOutcome.Void, null), (opinion.Outcome, opinion.Points));
        Assert.NotEmpty(opinion.Remark);
    }

    [Fact]
    public void Endless_reply_is_void() =>
        Assert.Equal(JudgeOutcome.Void, JudgeReply.Read(new string('[', 5000), JudgeQuestions.About(Answer), "m", "k").Outcome);
}
