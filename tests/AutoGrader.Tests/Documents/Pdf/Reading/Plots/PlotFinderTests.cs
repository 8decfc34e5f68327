using System.Globalization;
using System.Text;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Checks;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Documents.Pdf.Reading.Plots;

/// <summary>Plots of real programs, and drawings that are none.</summary>
public sealed class PlotFinderTests
{
    private const string Frame = "0.8 w 100 500 m 400 500 l S 100 500 m 100 700 l S ";

    public static TheoryData<string> Reports =>
        ["captions", "two-columns", "turned", "sideways", "subfigures", "pgfplots", "charts", "browser", "no-plots"];

    [Theory]
    [MemberData(nameof(Reports))]
    public void What_a_plot_lacks_for_certain_is_found_and_nothing_else(string report)
    {
        var figures = Figures.Find(Read(File.ReadAllBytes(TestData.Path("plots", report + ".pdf"))));

        var expected = File.ReadLines(TestData.Path("plots", "expected.txt"))
            .Select(l => l.Split(' ', 3)).Where(l => l[0] == report)
            .Select(l => (Page: int.Parse(l[1], CultureInfo.InvariantCulture), Parts: l[2].Split(": ", 2) is [_, var parts] ? parts : ""))
            .Select(l => $"{l.Page}: {string.Join(' ', l.Parts.Split(' ').Where(p => p.Length > 0 && p[0] != '~'))}");
        var byPage = figures.Where(f => f.Plot is not null).ToLookup(f => f.Page);
        var pages = File.ReadLines(TestData.Path("plots", "expected.txt")).Select(l => l.Split(' ')).Where(l => l[0] == report)
            .Select(l => int.Parse(l[1], CultureInfo.InvariantCulture));
        Assert.Equal(expected, pages.Select(p => $"{p}: {string.Join(' ', byPage[p].SelectMany(f => f.Missing).Select(Word))}"));
        Assert.Subset(pages.ToHashSet(), byPage.Select(g => g.Key).ToHashSet());
    }

    [Fact]
    public void Labels_and_legend_are_read()
    {
        var plots = Read(File.ReadAllBytes(TestData.Path("plots", "captions.pdf"))).Plots;

        var plot = plots.Single(p => p.Page == 12);
        Assert.Equal("Number of training epochs (full passes over the data)", plot.XLabel.Text);
        Assert.Equal("Cross-entropy loss per token", plot.YLabel.Text);
        Assert.Equal("training loss, validation loss", plot.Legend.Text);
        Assert.Equal(2, plot.Curves);
        Assert.InRange(plot.Box.X, 170, 180);
        Assert.InRange(plot.Box.Y, 245, 256);
        Assert.InRange(plot.Box.Right, 415, 430);
    }

    [Fact]
    public void Diagrams_tables_and_formulas_are_no_plots()
    {
        var content = Read(File.ReadAllBytes(TestData.Path("plots", "no-plots.pdf")));

        Assert.Equal(9, content.Pages.Count);
        Assert.Empty(content.Plots);
    }

    [Fact]
    public void No_report_of_the_corpus_has_a_plot_drawn_as_lines()
    {
        foreach (var file in Directory.EnumerateFiles(TestData.Path("corpus", "pdf"), "*.pdf"))
            Assert.Empty(Read(File.ReadAllBytes(file)).Plots);
    }

    [Theory]
    [InlineData("0 0 1 rg 120 500 20 90 re f 160 500 20 60 re f", true)]
    [InlineData("", false)]
    public void Axes_are_a_plot_only_with_something_between_them(string data, bool isPlot) =>
        Assert.Equal(isPlot, Read(Axes("50 100 150", data)).Plots.Count == 1);

    [Theory]
    [InlineData("50 100 150", true)]
    [InlineData("1 10 100", true)]
    [InlineData("50 70 150", false)]
    [InlineData("a b c", false)]
    public void Numbers_of_an_axis_stand_as_far_apart_as_they_differ(string numbers, bool isPlot) =>
        Assert.Equal(isPlot, Read(Axes(numbers, "120 510 m 200 600 l 300 650 l S")).Plots.Count == 1);

    [Theory]
    [InlineData(100, true)]
    [InlineData(21_000, false)]
    public void A_page_of_countless_lines_is_given_up(int lines, bool isPlot)
    {
        var data = new StringBuilder("120 510 m 200 600 l 300 650 l S ");
        for (var i = 0; i < lines; i++)
            data.Append(CultureInfo.InvariantCulture, $"{100 + i % 300} 500 m {100 + i % 300} 502 l S\n");

        Assert.Equal(isPlot, Read(Axes("50 100 150", data.ToString())).Plots.Count == 1);
    }

    [Fact]
    public void Ticks_are_found_among_the_many_edges_of_a_map_of_colours()
    {
        var data = new StringBuilder();
        for (var i = 0; i < 60; i++)
        {
            for (var j = 0; j < 40; j++)
                data.Append(CultureInfo.InvariantCulture, $"0 {i / 60.0:F2} 1 rg {100 + 5 * i} {500 + 5 * j} 5 5 re f\n");
        }

        Assert.Single(Read(Axes("50 100 150", data.ToString())).Plots);
    }

    /// <summary>An upright axis of three numbers with ticks, and a level line.</summary>
    private static byte[] Axes(string numbers, string data)
    {
        var content = new StringBuilder(Frame);
        foreach (var (i, number) in numbers.Split(' ').Index())
        {
            var y = 550 + 50 * i;
            var left = 94 - 5.56 * number.Length;
            content.Append(
                CultureInfo.InvariantCulture,
                $"96 {y} m 100 {y} l S BT /F 10 Tf 1 0 0 1 {left:F2} {y - 3.6:F1} Tm ({number}) Tj ET ");
        }

        return new RawPdf(content.Append(data).ToString()).Build();
    }

    private static string Word(FigurePart part) => part switch
    {
        FigurePart.XLabel => "x",
        FigurePart.YLabel => "y",
        FigurePart.Legend => "legend",
        _ => "caption",
    };

    private static ReportContent Read(byte[] pdf) =>
        PdfReportReader.Read(pdf, new PdfReadLimits { Pages = 100 }, CancellationToken.None).Content!;
}
