using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Checks;

namespace AutoGrader.Tests.Core.Reading.Checks;

/// <summary>Figures, their captions, and what they lack.</summary>
public sealed class FiguresTests
{
    private static readonly Box Image = new(100, 100, 300, 200);
    private static readonly PlotPart Missing = new(PlotPartState.Missing);
    private static readonly PlotPart Unclear = new(PlotPartState.Unclear);
    private static readonly PlotPart Label = new(PlotPartState.Found, "Epoch");

    [Theory]
    [InlineData("Figure 1: Loss over epochs", 310, true)]
    [InlineData("Fig. 2 Loss", 310, true)]
    [InlineData("Abb. 3: Verlust", 80, true)]
    [InlineData("Abbildung 1: Verlust", 310, true)]
    [InlineData("Diagramm A.1 Verlust", 310, true)]
    [InlineData("Figure: Loss", 310, true)]
    [InlineData("Figure 1: far below", 400, false)]
    [InlineData("Figures are nice.", 310, false)]
    [InlineData("As figure 1 shows", 310, false)]
    public void A_caption_stands_near_and_begins_as_captions_do(string text, double y, bool isCaption)
    {
        var figure = Assert.Single(Find([Image], [], Line(text, 1, new Box(120, y, 200, 12))));

        Assert.Equal(isCaption ? text : null, figure.Caption);
        var remark = Assert.Single(FigureRemarks.Of([figure]));
        Assert.Equal(isCaption, remark.Text.English.Contains("with the caption", StringComparison.Ordinal));
    }

    [Fact]
    public void A_caption_on_another_page_or_beside_is_none() => Assert.Null(Assert.Single(Find(
        [Image], [],
        Line("Figure 1", 2, new Box(120, 310, 200, 12)), Line("Figure 2", 1, new Box(420, 310, 100, 12)))).Caption);

    [Fact]
    public void Small_images_are_no_figures() => Assert.Empty(Find([new Box(100, 100, 90, 20)], []));

    [Fact]
    public void An_image_in_a_plot_is_a_part_of_it()
    {
        var figures = Find([new Box(150, 120, 200, 150), new Box(100, 500, 300, 200)], [Plot(Label, Label, Unclear)]);

        Assert.Equal([false, true], figures.Select(f => f.Plot is null));
    }

    [Fact]
    public void A_plot_with_all_its_parts_is_not_remarked_on() => Assert.Empty(FigureRemarks.Of(
        Find([], [Plot(Label, Label, Missing with { State = PlotPartState.Found })], Line("Figure 1", 1, new Box(120, 310, 200, 12)))));

    [Fact]
    public void What_cannot_be_told_is_not_asked_for() => Assert.Empty(
        Assert.Single(Find([], [Plot(Unclear, Unclear, Unclear)], Line("Figure 1", 1, new Box(120, 310, 200, 12)))).Missing);

    [Fact]
    public void A_plot_is_told_what_it_lacks_in_both_languages()
    {
        var figure = Assert.Single(Find([], [Plot(Missing, Label, Missing) with { Curves = 3 }]));

        Assert.Equal([FigurePart.XLabel, FigurePart.Legend, FigurePart.Caption], figure.Missing);
        var text = FigureRemarks.Of(figure)!;
        Assert.Equal(
            "For the plot in the upper half of the page, this was not found: a label of the x axis, a legend for its 3 curves, "
                + "a caption (a line that begins with “Figure” or “Fig.”).",
            text.English);
        Assert.Equal(
            "Zum Diagramm in der oberen Hälfte der Seite wurde nicht gefunden: eine Beschriftung der x-Achse, "
                + "eine Legende für seine 3 Kurven, eine Bildunterschrift (eine Zeile, die mit „Abbildung“ oder „Abb.“ beginnt).",
            text.German);
    }

    [Fact]
    public void One_curve_needs_no_legend() =>
        Assert.DoesNotContain(FigurePart.Legend, Assert.Single(Find([], [Plot(Label, Label, Missing) with { Curves = 1 }])).Missing);

    [Theory]
    [InlineData("Loss over epochs", 180, 140, false)]
    [InlineData("The loss falls, then it rises again, which is called overfitting.", 72, 450, true)]
    [InlineData("The end.", 72, 40, true)]
    public void A_short_line_centred_below_a_plot_may_be_its_caption(string text, double x, double width, bool isMissing) => Assert.Equal(
        isMissing,
        Assert.Single(Find([], [Plot(Label, Label, Unclear)], Line(text, 1, new Box(x, 310, width, 12)))).Missing is [FigurePart.Caption]);

    [Fact]
    public void A_caption_of_no_other_figure_on_the_page_may_be_the_plots()
    {
        var aside = Line("Figure 1: Loss", 1, new Box(420, 180, 100, 12));

        Assert.Empty(Assert.Single(Find([], [Plot(Label, Label, Unclear)], aside)).Missing);
        var figures = Find([new Box(410, 200, 150, 100)], [Plot(Label, Label, Unclear)], aside);
        Assert.Equal([FigurePart.Caption], figures[0].Missing);
        Assert.Equal("Figure 1: Loss", figures[1].Caption);
    }

    private static PlotReading Plot(PlotPart x, PlotPart y, PlotPart legend) =>
        new(1, Image) { XLabel = x, YLabel = y, Legend = legend, Curves = 2 };

    private static IReadOnlyList<Figure> Find(Box[] images, PlotReading[] plots, params ReportBlock[] blocks) => Figures.Find(
        new ReportContent
        {
            ReaderVersion = 1,
            Pages = [new PageSize(595, 842)],
            Blocks = blocks,
            Remarks = [.. images.Select(i => new ReadingRemark(ReadingRemarkKind.Picture, 1, i, ""))],
            Plots = plots,
        });

    private static ReportBlock Line(string text, int page, Box box) => new()
    {
        Kind = BlockKind.Paragraph,
        Text = text,
        Lines = [new ReportLine(0, text.Length, page, box)],
    };
}
