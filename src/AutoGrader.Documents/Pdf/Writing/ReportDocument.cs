using System.Globalization;
using System.Text;
using AutoGrader.Core;
using AutoGrader.Core.Feedback;
using AutoGrader.Documents.Pdf.Writing.Layout;
using AutoGrader.Documents.Pdf.Writing.Objects;
using AutoGrader.Documents.Pdf.Writing.StudentPages;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing;

/// <summary>One feedback document: the report, then the student's pages with marks.</summary>
internal sealed class ReportDocument(FeedbackReport report, StudentReport? student)
{
    private readonly PdfFile file = new();
    private readonly Outline outline = new();
    private readonly StructureElement document = new("Document");
    private readonly Dictionary<PageContent, int> pageNumbers = [];

    public byte[] Write()
    {
        var fonts = new DocumentFonts(file);
        var pages = LayOut(fonts);
        foreach (var page in pages)
            pageNumbers.Add(page, file.Reserve());
        var (tree, resources) = (file.Reserve(), file.Reserve());
        for (var i = 0; i < pages.Count; i++)
            WritePage(pages[i], i, tree, resources);
        var copies = student is null ? [] : PageCopies.Copy(student, file, tree, report.Marks, new MarkWriter(file, fonts, resources));
        fonts.Write();
        file.Write(resources, fonts.Resources());
        var kids = string.Join(' ', pages.Select(p => pageNumbers[p]).Concat(copies).Select(PdfSyntax.Reference));
        file.Write(tree, string.Create(CultureInfo.InvariantCulture, $"<</Type/Pages/Count {pages.Count + copies.Count}/Kids[{kids}]>>"));
        var structure = new StructureWriter(file, pageNumbers).Write(document, pages);
        var bookmarks = outline.Write(file, Destination, Bookmarks(copies));
        return file.Finish(Catalog(tree, structure, bookmarks, pages.Count), Information());
    }

    private IReadOnlyList<PageContent> LayOut(DocumentFonts fonts)
    {
        var frame = new Frame(PageFormat.Left, PageFormat.TextWidth, document, outline);
        var slices = report.Blocks.SelectMany(b => BlockLayout.Lay(b, frame)).ToList();
        if (student is not null)
            slices.AddRange(MarkLegendLayout.Lay(report.Marks, report.Language, frame));
        var flow = new Flow(() => new PageContent(fonts, PageFormat.Height));
        flow.Place(slices);
        for (var i = 0; i < flow.Pages.Count; i++)
            DrawFooter(flow.Pages[i], i + 1, flow.Pages.Count);
        return flow.Pages;
    }

    private void DrawFooter(PageContent page, int number, int count)
    {
        var format = new TextFormat(Face.Regular, 7.5, Palette.Muted);
        var position = TextBreaker.Break(string.Create(CultureInfo.InvariantCulture, $"{number} / {count}"), format, 80)[0];
        var lines = TextBreaker.Break(report.Footer, format, PageFormat.TextWidth - 80);
        var footer = lines.Count == 1 ? lines[0] : TextBreaker.Break(lines[0].Text + " …", format, PageFormat.TextWidth)[0];
        page.AsArtifact(() =>
        {
            page.Line(PageFormat.Left, PageFormat.Footer - 6, PageFormat.Right, PageFormat.Footer - 6, new Stroke(Palette.Rule, 0.5));
            footer.Draw(page, PageFormat.Left, PageFormat.Footer);
            position.Draw(page, PageFormat.Right - position.Width, PageFormat.Footer);
        });
    }

    private void WritePage(PageContent page, int index, int tree, int resources)
    {
        var content = file.AddStream("", Encoding.ASCII.GetBytes(page.Operators));
        file.Write(
            pageNumbers[page],
            $"<</Type/Page/Parent {PdfSyntax.Reference(tree)}/MediaBox[{PdfSyntax.Lengths(0, 0, PageFormat.Width, PageFormat.Height)}]"
            + $"/Resources {PdfSyntax.Reference(resources)}/Contents {PdfSyntax.Reference(content)}"
            + $"/StructParents {PdfSyntax.Number(index)}/Tabs/S>>");
    }

    private string Destination(PageContent page, double top) =>
        $"[{PdfSyntax.Reference(pageNumbers[page])}/XYZ null {PdfSyntax.Length(PageFormat.Height - top + 6)} null]";

    private IEnumerable<(int Level, string Title, string Destination)> Bookmarks(List<int> copies)
    {
        for (var i = 0; i < copies.Count; i++)
        {
            var fit = $"[{PdfSyntax.Reference(copies[i])}/Fit]";
            if (i == 0)
                yield return (1, EngineTexts.OwnReport.In(report.Language), fit);
            yield return (2, string.Create(CultureInfo.InvariantCulture, $"{EngineTexts.Page.In(report.Language)} {i + 1}"), fit);
        }
    }

    private int Catalog(int tree, int structure, int bookmarks, int ownPages)
    {
        var language = report.Language == Language.German ? "de" : "en";
        var prefix = PdfSyntax.Text(EngineTexts.OwnReport.In(report.Language) + " ");
        var labels = student is null ? "" : $"/PageLabels<</Nums[0<</S/D>>{PdfSyntax.Number(ownPages)}<</S/D/P {prefix}>>]>>";
        return file.Add(
            $"<</Type/Catalog/Pages {PdfSyntax.Reference(tree)}/Lang({language})/MarkInfo<</Marked true>>"
            + $"/StructTreeRoot {PdfSyntax.Reference(structure)}/Outlines {PdfSyntax.Reference(bookmarks)}"
            + $"/PageMode/UseOutlines/ViewerPreferences<</DisplayDocTitle true>>{labels}>>");
    }

    private int Information() => file.Add($"<</Title {PdfSyntax.Text(report.Title)}/Producer {PdfSyntax.Text("AutoGrader")}>>");
}
