using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace AutoGrader.Tests.Documents.Pdf.Reading;

/// <summary>Pages drawn letter by letter for the test, so that every place is known.</summary>
public sealed class DrawnPageTests
{
    [Fact]
    public void Text_that_does_not_show_is_left_out_and_remarked_on()
    {
        var content = Draw((page, font) =>
        {
            page.AddText("Visible words stand here.", 11, new PdfPoint(72, 700), font);
            page.SetTextAndFillColor(255, 255, 255);
            page.AddText("white on white", 11, new PdfPoint(72, 650), font);
            page.ResetColor();
            page.AddText("tiny", 0.8, new PdfPoint(72, 600), font);
            page.AddText("outside", 11, new PdfPoint(72, -40), font);
        });
        Assert.Equal("Visible words stand here.", Assert.Single(content.Blocks).Text);
        Assert.Equal(3, content.Remarks.Count(r => r.Kind == ReadingRemarkKind.HiddenText));
    }

    [Fact]
    public void White_text_on_a_dark_area_shows()
    {
        var content = Draw((page, font) =>
        {
            page.SetTextAndFillColor(20, 20, 120);
            page.DrawRectangle(new PdfPoint(60, 690), 300, 30, 1, true);
            page.SetTextAndFillColor(255, 255, 255);
            page.AddText("light on dark", 11, new PdfPoint(72, 700), font);
        });
        Assert.Equal("light on dark", Assert.Single(content.Blocks).Text);
        Assert.Empty(content.Remarks);
    }

    [Fact]
    public void A_stacked_fraction_is_read_and_an_underline_is_none()
    {
        var content = Draw((page, font) =>
        {
            page.AddText("A = ", 12, new PdfPoint(72, 700), font);
            page.AddText("13", 12, new PdfPoint(100, 708), font);
            page.AddText("2", 12, new PdfPoint(103.3, 691), font);
            page.DrawLine(new PdfPoint(100, 703), new PdfPoint(113.4, 703), 0.5);
            page.AddText("an underlined word in a line", 12, new PdfPoint(72, 600), font);
            page.DrawLine(new PdfPoint(88, 598), new PdfPoint(143, 598), 0.5);
            page.AddText("and the line that follows below it", 12, new PdfPoint(72, 585), font);
        });
        var text = string.Join('\n', content.Blocks.Select(b => b.Text));
        Assert.Contains("A = (13)/(2)", text, StringComparison.Ordinal);
        Assert.Contains("an underlined word in a line and the line that follows below it", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_between_drawn_brackets_has_a_place_for_every_entry()
    {
        var content = Draw((page, font) => DrawMatrix(page, font, [["1", "0,5"], ["-2", "3/2"]]));
        var matrix = Assert.Single(content.Blocks.SelectMany(b => b.Matrices));
        Assert.Equal([1, 0.5, -2, 1.5], matrix.Entries.Select(e => e.Value!.Value));
        Assert.Equal(["1", "0,5", "-2", "3/2"], matrix.Entries.Select(e => e.Text));
        Assert.Equal("M", matrix.Name);
        Assert.Equal(1, matrix.Confidence);
        Assert.InRange(matrix[1, 1].Box.X, 140, 145);
        Assert.InRange(matrix[1, 1].Box.Bottom, 842 - 684, 842 - 678);
    }

    [Fact]
    public void A_matrix_with_a_missing_entry_is_not_sure()
    {
        var content = Draw((page, font) => DrawMatrix(page, font, [["1", "2"], ["3", ""]]));
        var matrix = Assert.Single(content.Blocks.SelectMany(b => b.Matrices));
        Assert.True(matrix.Confidence < 0.5);
    }

    [Fact]
    public void A_report_with_one_scanned_page_is_read_and_the_page_remarked_on()
    {
        var merged = PdfMerger.Merge([
            File.ReadAllBytes(TestData.Path("corpus", "pdf", "Zhang-12310457.pdf")),
            File.ReadAllBytes(TestData.Path("corpus", "pdf", "Obermaier-1098764.pdf")),
        ]);
        var result = PdfReportReader.Read(merged, new PdfReadLimits(), CancellationToken.None);
        Assert.Null(result.Reason);
        Assert.NotEmpty(result.Content!.Blocks);
        var image = Assert.Single(result.Content.Remarks, r => r.Kind == ReadingRemarkKind.ImageOnlyPage);
        Assert.Equal(result.Content.Pages.Count, image.Page);
    }

    private static void DrawMatrix(PdfPageBuilder page, PdfDocumentBuilder.AddedFont font, string[][] rows)
    {
        page.AddText("M =", 12, new PdfPoint(72, 690), font);
        foreach (var x in new[] { 100.0, 170.0 })
        {
            var hook = x < 130 ? 4 : -4;
            page.DrawRectangle(new PdfPoint(x - 0.4, 672), 0.8, 40, 0.1, true);
            page.DrawRectangle(new PdfPoint(Math.Min(x, x + hook), 672), 4, 0.8, 0.1, true);
            page.DrawRectangle(new PdfPoint(Math.Min(x, x + hook), 711.2), 4, 0.8, 0.1, true);
        }

        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r].Length; c++)
            {
                if (rows[r][c].Length > 0)
                    page.AddText(rows[r][c], 12, new PdfPoint(110 + c * 32, 700 - r * 18), font);
            }
        }
    }

    private static ReportContent Draw(Action<PdfPageBuilder, PdfDocumentBuilder.AddedFont> draw)
    {
        using var builder = new PdfDocumentBuilder();
        var page = builder.AddPage(595, 842);
        draw(page, builder.AddStandard14Font(Standard14Font.Helvetica));
        var result = PdfReportReader.Read(builder.Build(), new PdfReadLimits(), CancellationToken.None);
        Assert.Null(result.Reason);
        return result.Content!;
    }
}
