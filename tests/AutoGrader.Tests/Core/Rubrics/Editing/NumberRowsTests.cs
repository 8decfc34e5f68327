using AutoGrader.Core.Rubrics.Editing;

namespace AutoGrader.Tests.Core.Rubrics.Editing;

public sealed class NumberRowsTests
{
    [Theory]
    [InlineData("1 0.5\n-2 3", "1 0.5|-2 3")]
    [InlineData("1 0,5\n-2 3", "1 0.5|-2 3")]
    [InlineData("0,5\t1,5\r\n2\t3\r\n", "0.5 1.5|2 3")]
    [InlineData("1, 2, 3", "1 2 3")]
    [InlineData("1 , 2", "1 2")]
    [InlineData("1,2,3", "1 2 3")]
    [InlineData("1,0.5", "1 0.5")]
    [InlineData("[[1, 2], [3, 4]]", "1 2|3 4")]
    [InlineData("[[1,2],[3,4.5]]", "1 2|3 4.5")]
    [InlineData("[[0,5 1,5]]", "0.5 1.5")]
    [InlineData("[1, 0.5]", "1 0.5")]
    [InlineData("\u22121 .5", "-1 .5")]
    public void Parse_WhatCanBeReadInOneWay_IsRead(string text, string expected)
    {
        var (rows, problem) = NumberRows.Parse(text);

        Assert.Null(problem);
        Assert.Equal(expected, string.Join('|', rows!.Select(r => string.Join(' ', r))));
    }

    [Theory]
    [InlineData("0,5")]
    [InlineData("0,5\n1,5")]
    [InlineData("0,5, 1")]
    [InlineData("0,5 , 1")]
    [InlineData("[[0,5, 1], [2, 3]]")]
    [InlineData("1,2,3 4")]
    [InlineData("1; 2")]
    [InlineData("1 x")]
    [InlineData("[[1, 2], [3")]
    [InlineData("[[1, 2]] 3")]
    [InlineData("1e3 2")]
    public void Parse_WhatCannotBeTold_IsNotRead(string text)
    {
        var (rows, problem) = NumberRows.Parse(text);

        Assert.Null(rows);
        Assert.NotNull(problem);
    }

    [Theory]
    [InlineData("0,5", "0.5")]
    [InlineData(" 2 ", "2")]
    [InlineData("1,000.5", "1,000.5")]
    [InlineData("a,5", "a,5")]
    public void Single_ACommaBetweenDigits_IsAPoint(string text, string expected) => Assert.Equal(expected, NumberRows.Single(text));
}
