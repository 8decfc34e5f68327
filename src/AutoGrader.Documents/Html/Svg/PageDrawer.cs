using System.Globalization;
using AutoGrader.Documents.Pdf;
using AutoGrader.Documents.Pdf.Painting;
using UglyToad.PdfPig;

namespace AutoGrader.Documents.Html.Svg;

/// <summary>Draws the pages of a report. The limits of time and memory are the caller's to keep, as with reading.</summary>
public static class PageDrawer
{
    /// <summary>Drawing hostile pages may overflow a usual stack.</summary>
    private const int StackSize = 64 * 1024 * 1024;

    /// <summary>The first pages of a file. Never throws for any bytes: pages that cannot be drawn are blank.</summary>
    public static PageDrawings Draw(byte[] pdf, int mostPages)
    {
        var drawings = PageDrawings.None;
        var thread = new Thread(() => drawings = DrawHere(pdf, mostPages), StackSize) { IsBackground = true, Name = "Drawing pages" };
        thread.Start();
        thread.Join();
        return drawings;
    }

    private static PageDrawings DrawHere(byte[] pdf, int mostPages)
    {
        try
        {
            using var document = PdfOpener.Open(pdf, new DamageLog());
            var budget = new SvgBudget();
            var symbols = new SvgSymbols(budget);
            var count = Math.Min(document.NumberOfPages, mostPages);
            var pages = Enumerable.Range(1, count).Select(number => Draw(document, number, symbols, budget)).ToList();
            return new PageDrawings(symbols.Definitions, pages);
        }
        catch (Exception)
        {
            // The reading says why; there is nothing to draw.
            return PageDrawings.None;
        }
    }

    private static PageDrawing Draw(PdfDocument document, int number, SvgSymbols symbols, SvgBudget budget)
    {
        if (budget.IsSpent)
            return new PageDrawing("", false);
        try
        {
            var page = document.GetPage<PaintedPage>(number);
            return new SvgPage(page, string.Create(CultureInfo.InvariantCulture, $"p{number}"), symbols, budget).Draw();
        }
        catch (Exception)
        {
            // The library throws what it likes for damaged pages; the boxes are shown on blank paper.
            return new PageDrawing("", false);
        }
    }
}
