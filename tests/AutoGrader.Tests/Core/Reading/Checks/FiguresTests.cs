using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Checks;

namespace AutoGrader.Tests.Core.Reading.Checks;

/// <summary>Captions of figures.</summary>
public sealed class FiguresTests
{
    private static readonly Box Image = new(100, 100, 300, 200);

    [Theory]
    [InlineData("Figure 1: Loss over epochs", 310, true)]
    [InlineData("Fig. 2 Loss", 310, true)]
    [InlineData("Abb. 3: Verlust", 80, true)]
    [InlineData("Abbildung 1: Verlust", 310, true)]
    [InlineData("Figure 1: far below", 400, false)]
    [InlineData("Figures are nice.", 310, false)]
    [InlineData("As figure 1 shows", 310, false)]
    public void A_caption_stands_near_and_begins_as_captions_do(string text, double y, bool isCaption)
    {
        var figure = Assert.Single(Figures.Find([Picture(Image)], [Line(text, 1, new Box(120, y, 200, 12))]));

        Assert.Equal(isCaption ? text : null, figure.Caption);
        var remark = Assert.Single(Figures.Check([figure]));
        Assert.Equal(isCaption, remark.Text.English.Contains("with the caption", StringComparison.Ordinal));
    }

    [Fact]
    public void A_caption_on_another_page_or_beside_is_none() => Assert.Null(Assert.Single(Figures.Find(
        [Picture(Image)],
        [Line("Figure 1", 2, new Box(120, 310, 200, 12)), Line("Figure 2", 1, new Box(420, 310, 100, 12))])).Caption);

    [Fact]
    public void Small_images_are_no_figures() => Assert.Empty(Figures.Find([Picture(new Box(100, 100, 90, 20))], []));

    private static ReadingRemark Picture(Box box) => new(ReadingRemarkKind.Picture, 1, box, "");

    private static ReportBlock Line(string text, int page, Box box) => new()
    {
        Kind = BlockKind.Paragraph,
        Text = text,
        Lines = [new ReportLine(0, text.Length, page, box)],
    };
}
