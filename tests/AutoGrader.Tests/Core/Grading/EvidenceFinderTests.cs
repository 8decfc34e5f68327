using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;

namespace AutoGrader.Tests.Core.Grading;

public sealed class EvidenceFinderTests
{
    private const string Text = "First line here second line here third line here";

    private static readonly ReportLine First = new(0, 16, 1, new Box(100, 50, 160, 10));
    private static readonly ReportLine Second = new(16, 17, 1, new Box(100, 62, 170, 10));

    [Fact]
    public void A_span_within_a_line_gets_its_share_of_the_line()
    {
        var evidence = Assert.Single(EvidenceFinder.Find(Block(First, Second), 6, 4));

        Assert.Equal(new Evidence(1, new Box(160, 50, 40, 10), "line"), evidence);
    }

    [Fact]
    public void A_span_over_lines_below_each_other_gets_one_box()
    {
        var evidence = Assert.Single(EvidenceFinder.Find(Block(First, Second), 0, 33));

        Assert.Equal(new Box(100, 50, 170, 22), evidence.Box);
    }

    [Fact]
    public void A_span_that_goes_on_in_the_next_column_gets_a_box_in_each()
    {
        var nextColumn = new ReportLine(33, 15, 1, new Box(320, 50, 150, 10));

        var evidence = EvidenceFinder.Find(Block(First, Second, nextColumn), 0, 48);

        Assert.Equal([new Box(100, 50, 170, 22), new Box(320, 50, 150, 10)], evidence.Select(e => e.Box));
        Assert.Equal("third line here", evidence[1].Text);
    }

    [Fact]
    public void A_span_that_goes_on_on_the_next_page_gets_a_box_on_each()
    {
        var nextPage = new ReportLine(33, 15, 2, new Box(100, 700, 150, 10));

        Assert.Equal([1, 2], EvidenceFinder.Find(Block(First, Second, nextPage), 0, 48).Select(e => e.Page));
    }

    private static ReportBlock Block(params ReportLine[] lines) => new() { Kind = BlockKind.Paragraph, Text = Text, Lines = lines };
}
