using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Html.Reading;
using AutoGrader.Documents.Html.Svg;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;
using AutoGrader.Tests.Core.Reading;

namespace AutoGrader.Tests.Documents.Html.Reading;

/// <summary>The view of a reading: one file, everything of the report encoded, every box joined to its text.</summary>
public sealed partial class ReadingHtmlTests
{
    private static readonly Lazy<string> Latex = new(() => View(Corpus("Hofstaetter-11863027.pdf")));

    public static TheoryData<string> Reports => new()
    {
        "Hofstaetter-11863027.pdf", // pdflatex: Type 1 fonts
        "Zhang-12310457.pdf", // LibreOffice: TrueType fonts
        "Ahlers-12208846.pdf", // Chromium with MathJax: Type 3 fonts
        "Bauer-1230077.pdf", // formulas as outlines
        "Obermaier-1098764.pdf", // a scan
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void It_is_one_file_that_runs_nothing_but_its_own_script(string report)
    {
        var html = View(Corpus(report));

        var policy = Regex.Match(html, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        Assert.StartsWith("default-src 'none'; img-src data:;", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src '{Digest(html, "style")}'", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src '{Digest(html, "script")}'", policy, StringComparison.Ordinal);
        var elements = Elements(html);
        Assert.Single(elements, e => e.Name.LocalName == "script");
        Assert.All(elements.SelectMany(e => e.Attributes()), a =>
        {
            Assert.False(a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Name.LocalName == "style", a.ToString());
            if (a.Name.LocalName is "href" or "src")
                Assert.Matches("^(#g[0-9]+|data:image/(png|jpeg);base64,)", a.Value);
        });
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_name_is_defined_and_every_box_lies_on_its_page(string report)
    {
        var elements = Elements(View(Corpus(report)));

        var ids = elements.Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(elements.Where(e => e.Name.LocalName == "use").Select(e => e.Attribute("href")!.Value[1..]).Except(ids));
        Assert.Empty(elements.Attributes("clip-path").Select(a => a.Value[5..^1]).Except(ids));
        foreach (var page in elements.Where(e => e.Name.LocalName == "svg" && e.Attribute("viewBox") is not null))
        {
            var size = page.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
            foreach (var box in page.Descendants("g").Where(g => g.Attribute("class")?.Value == "boxes").Elements("rect"))
            {
                Assert.InRange(Number(box, "x"), -6, size[2]);
                Assert.InRange(Number(box, "y") + Number(box, "height"), 0, size[3] + 6);
            }
        }
    }

    [Fact]
    public void Every_line_and_entry_of_the_reading_has_a_box_on_a_page()
    {
        var elements = Elements(Latex.Value);
        var boxes = elements.Where(e => e.Name.LocalName is "rect" or "g").Attributes("data-b").Select(a => a.Value).ToHashSet();
        var texts = elements.Where(e => e.Name.LocalName is "span" or "td").Attributes("data-b").Select(a => a.Value).ToList();

        // Four matrices of 5 × 3, factors of 5 × 4, 4 × 3 and 3 × 3.
        Assert.Equal(4 * 15 + 20 + 12 + 9, elements.Count(e => e.Name.LocalName == "td"));
        Assert.Equal(texts.Count, texts.Distinct().Count());
        Assert.Empty(texts.Except(boxes));
    }

    [Fact]
    public void Pages_are_drawn_with_the_letters_own_outlines()
    {
        var elements = Elements(Latex.Value);

        Assert.True(elements.Count(e => e.Name.LocalName == "use") > 1000);
        var drawings = elements.Where(e => e.Attribute("class")?.Value == "drawing").ToList();
        Assert.Equal(2, drawings.Count);
        Assert.Empty(drawings.Descendants("text"));
    }

    [Fact]
    public void What_is_not_sure_is_marked()
    {
        var view = ViewOf(Corpus("Hofstaetter-11863027.pdf"));

        var html = ReadingHtml.Render(view with
        {
            Answers = view.Answers! with { Answers = [.. view.Answers.Answers.Select(Doubted)] },
        });

        Assert.Contains("class=\"matrix doubtful\"", html, StringComparison.Ordinal);
        Assert.Equal(101, Regex.Count(html, "<td class=\"likely\""));
        Assert.Contains("Two labels fit.", html, StringComparison.Ordinal);

        static Answer Doubted(Answer answer) => answer with
        {
            Doubt = new LocalizedText("Two labels fit.", "Zwei Nummern passen."),
            Blocks = [.. answer.Blocks.Select(b => b with { Matrices = [.. b.Matrices.Select(Unsure)] })],
        };

        static MatrixReading Unsure(MatrixReading matrix) => matrix with
        {
            Confidence = 0.4,
            Entries = [.. matrix.Entries.Select(e => e with { Confidence = 0.9 })],
        };
    }

    [Theory]
    [InlineData("</title><script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("&lt;script&gt; ]]> --> <!--")]
    public void Nothing_in_a_report_becomes_markup(string text)
    {
        var escaped = text.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)");
        var pdf = new RawPdf($"BT /F 12 Tf 72 700 Td (1.1 {escaped}) Tj ET BT /F 12 Tf 1 g 72 600 Td ({escaped}) Tj ET")
            .OnPage($"/Annots[<</Type/Annot/Subtype/Text/Rect[10 10 20 20]/Contents({escaped})>>]").Build();

        var html = ReadingHtml.Render(ViewOf(pdf) with { FileName = text + ".pdf" });

        var elements = Elements(html);
        Assert.Single(elements, e => e.Name.LocalName == "script");
        Assert.DoesNotContain(elements, e => e.Name.LocalName == "img");
        Assert.Contains(elements, e => e.Name.LocalName == "span" && e.Value.Contains(text[..12], StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_with_very_many_paths_is_drawn_in_part_and_says_so()
    {
        var paths = new StringBuilder("BT /F 12 Tf 72 700 Td (1.1 an answer) Tj ET\n");
        for (var i = 0; i < 120_000; i++)
            paths.Append(CultureInfo.InvariantCulture, $"{i % 500} {i % 700} m {i % 300} {i % 600} l S\n");

        var html = ReadingHtml.Render(ViewOf(new RawPdf(paths.ToString()).Build()));

        Assert.Contains("not drawn in full", html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 1_000_000, 30_000_000);
    }

    [Fact]
    public void Bytes_that_are_no_pdf_give_a_view_that_says_why()
    {
        var html = ReadingHtml.Render(ViewOf("no pdf"u8.ToArray()));

        Assert.Contains("damaged and cannot be opened", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_report_gives_the_same_view() =>
        Assert.Equal(Latex.Value, View(Corpus("Hofstaetter-11863027.pdf")));

    private static bool Named(XElement element, string name) => element.Attribute("data-b")?.Value == name;

    private static string View(byte[] pdf) => ReadingHtml.Render(ViewOf(pdf));

    private static ReportView ViewOf(byte[] pdf)
    {
        var reading = PdfReportReader.Read(pdf, new PdfReadLimits { WallTime = TimeSpan.FromMinutes(1) }, CancellationToken.None);
        return new ReportView
        {
            FileName = "report.pdf",
            Drawings = reading.Content is null ? PageDrawings.None : PageDrawer.Draw(pdf, 60),
            Rubric = SheetFive.Rubric,
            Content = reading.Content,
            Answers = reading.Content is { Blocks.Count: > 0 } content ? AnswerLocator.Locate(content, SheetFive.Rubric) : null,
            Reason = reading.Reason,
            Language = Language.English,
        };
    }

    private static byte[] Corpus(string file) => File.ReadAllBytes(TestData.Path("corpus", "pdf", file));

    private static double Number(XElement element, string name) => Number(element.Attribute(name)!.Value);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Digest(string html, string element)
    {
        var content = Regex.Match(html, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value;
        return $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
    }

    /// <summary>All elements. The view is written so that it is XML but for its void elements, style and script.</summary>
    private static List<XElement> Elements(string html)
    {
        var xml = Raw().Replace(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<$1></$1>");
        xml = Void().Replace(xml, "<$1/>");
        return [.. XDocument.Parse(xml, LoadOptions.PreserveWhitespace).Descendants()];
    }

    [GeneratedRegex("<(style|script)>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Raw();

    [GeneratedRegex("<(meta [^>]*)>")]
    private static partial Regex Void();
}
