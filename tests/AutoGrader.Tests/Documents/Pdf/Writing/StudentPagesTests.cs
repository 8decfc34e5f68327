using AutoGrader.Core;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Reading;
using AutoGrader.Tests.Core.Feedback;
using UglyToad.PdfPig;

namespace AutoGrader.Tests.Documents.Pdf.Writing;

public sealed class StudentPagesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/Rotate 90")]
    [InlineData("/Rotate 180")]
    [InlineData("/Rotate 270")]
    [InlineData("/Rotate -90")]
    [InlineData("/CropBox[50 100 350 550]")]
    [InlineData("/CropBox[50 100 350 550]/Rotate 90")]
    [InlineData("/CropBox[50 100 350 550]/Rotate 270")]
    [InlineData("/MediaBox[-100 -50 300 550]/Rotate 180")]
    public void A_mark_stands_at_its_word_on_rotated_and_cropped_pages(string pageEntries)
    {
        var student = RenderedPdf.OnePage(pageEntries);
        var report = RenderedPdf.Report() with { Marks = [new PageMark(1, BoxOfFirstWord(student), "3.4a", Tone.Good) { Note = "why" }] };
        using var pdf = PdfDocument.Open(RenderedPdf.Render(report, student));
        var (left, bottom, right, top, note) = Assert.Single(RenderedPdf.Marks(pdf, 2));
        // "Here" in 12 point Helvetica, written at (100, 300) of the page's own coordinates.
        Assert.InRange(left, 96, 101);
        Assert.InRange(bottom, 296, 300.5);
        Assert.InRange(right, 122, 131);
        Assert.InRange(top, 308, 313);
        Assert.Equal("why", note);
    }

    [Fact]
    public void Marks_beyond_the_page_or_the_report_do_no_harm()
    {
        var student = RenderedPdf.OnePage("");
        var report = RenderedPdf.Report() with
        {
            Marks =
            [
                new PageMark(1, new Box(-50, 9000, 1e6, 10), "1.1a", Tone.Bad), new PageMark(7, new Box(0, 0, 1, 1), "1.1a", Tone.Bad),
                new PageMark(1, new Box(double.NaN, double.NaN, 1, 1), "1.1a", Tone.Review),
            ],
        };
        using var pdf = PdfDocument.Open(RenderedPdf.Render(report, student));
        Assert.All(RenderedPdf.Marks(pdf, 2), m => Assert.InRange(m.Bottom, -1, 600));
    }

    [Fact]
    public void Many_marks_at_one_place_stay_apart()
    {
        var student = RenderedPdf.OnePage("");
        var box = BoxOfFirstWord(student);
        var marks = Enumerable.Range(0, 6).Select(i => new PageMark(1, box, $"3.1{(char)('a' + i)}", Tone.Good));
        var report = RenderedPdf.Report() with { Marks = [.. marks] };
        using var pdf = PdfDocument.Open(RenderedPdf.Render(report, student));
        var lefts = RenderedPdf.Marks(pdf, 2).Select(m => Math.Round(m.Left, 2)).ToList();
        Assert.Equal(6, lefts.Distinct().Count());
    }

    [Fact]
    public void What_the_page_shows_is_kept_and_what_leads_away_is_not()
    {
        const string annotations =
            "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/JavaScript/JS(app.alert)>>>>"
            + "<</Type/Annot/Subtype/Square/Rect[0 0 9 9]/Contents(by hand)/AP<<>>/AA<</E<</S/JavaScript/JS(app.alert)>>>>>>]"
            + "/AA<</O<</S/JavaScript/JS(app.alert)>>>>";
        var bytes = RenderedPdf.Render(RenderedPdf.Report(), RenderedPdf.OnePage(annotations));
        using var pdf = PdfDocument.Open(bytes);
        var annotation = Assert.Single(pdf.GetPage(2).GetAnnotations());
        Assert.Equal("by hand", annotation.Content);
        Assert.False(annotation.AnnotationDictionary.Data.ContainsKey("AA"));
        Assert.False(pdf.GetPage(2).Dictionary.Data.ContainsKey("AA"));
        Assert.Equal("Here", RenderedPdf.Text(pdf, 2));
    }

    [Theory]
    [InlineData(Language.English, "could not be copied")]
    [InlineData(Language.German, "ließen sich nicht in dieses Dokument übernehmen")]
    public void A_file_that_is_no_pdf_leaves_a_report_that_says_so(Language language, string expected)
    {
        var text = RenderedPdf.Text(
            RenderedPdf.Render(RenderedPdf.Report(FeedbackSamples.Full(), language: language), "no pdf"u8.ToArray()));
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Contains("20 / 20", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_off_and_mutilated_corpus_files_never_stop_the_report()
    {
        var report = RenderedPdf.Report(FeedbackSamples.Full());
        var random = new Random(5);
        foreach (var file in RenderedPdf.Corpus.Where((_, i) => i % 3 == 0))
        {
            var student = RenderedPdf.Student(file);
            for (var round = 0; round < 4; round++)
            {
                var broken = student[..(round % 2 == 0 ? student.Length : random.Next(student.Length))];
                for (var i = 0; i < 20 && broken.Length > 0; i++)
                    broken[random.Next(broken.Length)] = (byte)random.Next(256);
                using var pdf = PdfDocument.Open(RenderedPdf.Render(report, broken));
                Assert.Contains("20 / 20", RenderedPdf.Text(pdf, 1), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_page_tree_that_leads_back_to_itself_ends()
    {
        var file = new AutoGrader.Documents.Pdf.Writing.Objects.PdfFile();
        var tree = file.Reserve();
        file.Write(tree, $"<</Type/Pages/Count 1/Kids[{tree} 0 R]>>");
        var student = file.Finish(file.Add($"<</Type/Catalog/Pages {tree} 0 R>>"), file.Add("<<>>"));
        Assert.Contains("could not be copied", RenderedPdf.Text(RenderedPdf.Render(RenderedPdf.Report(), student)),
            StringComparison.Ordinal);
    }

    private static Box BoxOfFirstWord(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var page = document.GetPage(1);
        var letters = page.Letters.Select(l => l.BoundingBox).ToList();
        var xs = letters.SelectMany(r => new[] { r.TopLeft.X, r.TopRight.X, r.BottomLeft.X, r.BottomRight.X }).ToList();
        var ys = letters.SelectMany(r => new[] { r.TopLeft.Y, r.TopRight.Y, r.BottomLeft.Y, r.BottomRight.Y }).ToList();
        return new Box(xs.Min(), page.Height - ys.Max(), xs.Max() - xs.Min(), ys.Max() - ys.Min());
    }
}
