using AutoGrader.Core.Grading.Concepts;

namespace AutoGrader.Tests.Core.Grading.Concepts;

public sealed class PhraseParserTests
{
    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("memory + ", 10, "empty")]
    [InlineData("memory + | store", 10, "empty")]
    [InlineData("mem*ory", 4, "beginning or end")]
    [InlineData("memory + a*", 10, "almost any word")]
    [InlineData("*", 1, "between others")]
    [InlineData("-memory", 1, "must occur")]
    [InlineData("memory & not", 9, "must occur")]
    [InlineData("memory + \"c = 1", 10, "not closed")]
    [InlineData("memory + ( )", 10, "holds no word")]
    [InlineData("the network keeps all of what it has ever seen", 1, "hardly ever")]
    public void Parse_Fault_NamesPlaceAndRemedy(string phrase, int column, string message)
    {
        var parse = PhraseParser.Parse(phrase);

        Assert.Null(parse.Phrase);
        Assert.NotNull(parse.Fault);
        Assert.Equal(column, parse.Fault.Column);
        Assert.Contains(message, parse.Fault.Message.English, StringComparison.Ordinal);
        BothLanguages.Agree(parse.Fault.Message, parse.Fault.Remedy);
    }

    [Fact]
    public void Parse_GroupsAndAlternatives()
    {
        var part = Assert.Single(Assert.Single(PhraseParser.Parse("vanish* | explod* | hidden state + not + -layer").Phrase!.Parts));

        Assert.Equal(
            ["vanish", "explod", "hidden state"],
            part.Required[0].Alternatives.Select(a => string.Join(' ', a.Select(w => w.Form))));
        Assert.True(part.Required[1].IsNegation);
        Assert.Single(part.Forbidden);
    }

    [Fact]
    public void Parse_QuotedSigns_AreLiteral()
    {
        var part = Assert.Single(Assert.Single(PhraseParser.Parse("\"e/(e+D-1)\"").Phrase!.Parts));

        Assert.Equal(["e", "/", "e", "+", "d", "1"], Assert.Single(part.Required[0].Alternatives).Select(w => w.Form));
    }
}
