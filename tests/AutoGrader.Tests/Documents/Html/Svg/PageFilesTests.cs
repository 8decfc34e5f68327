using System.Text;
using System.Xml.Linq;
using AutoGrader.Documents.Html.Svg;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Documents.Html.Svg;

/// <summary>Pages as files of their own: whole, well-formed, and harmless whatever the report holds.</summary>
public sealed class PageFilesTests
{
    private static readonly string[] Allowed =
        ["svg", "style", "defs", "rect", "g", "use", "path", "text", "clipPath", "image"];

    public static TheoryData<string> Reports =>
    [
        .. Directory.EnumerateFiles(TestData.Path("pdf-hostile"), "*.pdf").Select(f => "pdf-hostile/" + Path.GetFileName(f)),
        .. Directory.EnumerateFiles(TestData.Path("corpus", "pdf"), "*.pdf").Order(StringComparer.Ordinal).Take(4)
            .Select(f => "corpus/pdf/" + Path.GetFileName(f)),
    ];

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_page_holds_only_shapes_letters_and_images_of_its_own(string name)
    {
        // It ends the process that draws it; in the program that is the worker.
        if (name.EndsWith("overflows-the-stack.pdf", StringComparison.Ordinal))
            return;
        var files = new PageFiles(PageDrawer.Draw(File.ReadAllBytes(TestData.Path(name.Split('/'))), 60));

        for (var number = 1; number <= files.Count; number++)
        {
            var page = XDocument.Parse(Encoding.UTF8.GetString(files.Write(number)));
            Assert.All(page.Descendants(), e => Assert.Contains(e.Name.LocalName, Allowed));
            var attributes = page.Descendants().Attributes().ToList();
            Assert.DoesNotContain(attributes, a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.All(
                attributes.Where(a => a.Name.LocalName == "href"), a => Assert.Matches("^(#g[0-9]+|data:image/(png|jpeg);)", a.Value));
            var symbols = page.Descendants().Attributes("id").Select(a => "#" + a.Value).ToHashSet();
            Assert.All(attributes.Where(a => a.Value.StartsWith("#g", StringComparison.Ordinal)), a => Assert.Contains(a.Value, symbols));
        }
    }

    [Fact]
    public void A_page_has_the_letters_that_it_uses_and_no_others()
    {
        var files = new PageFiles(new PageDrawings(
            """<path id="g0" d="M0 0"/><path id="g1" d="M1 1"/>""",
            [new PageDrawing("""<g><use href="#g1" x="1" y="2"/></g>""", true, 100, 50), new PageDrawing("", false)]));

        var page = Encoding.UTF8.GetString(files.Write(1));

        Assert.Contains("""<path id="g1" d="M1 1"/>""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("g0", page, StringComparison.Ordinal);
        Assert.Contains("""width="100" height="50" viewBox="0 0 100 50">""", page, StringComparison.Ordinal);
        Assert.Contains("viewBox=\"0 0 595 842\"", Encoding.UTF8.GetString(files.Write(2)), StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_no_file_may_hold_are_left_out()
    {
        var files = new PageFiles(new PageDrawings("", [new PageDrawing("<text>a\uFFFE\uFFFFb\U0001F600</text>", true, 10, 10)]));

        Assert.Equal("ab\U0001F600", XDocument.Parse(Encoding.UTF8.GetString(files.Write(1))).Descendants().Last().Value);
    }
}
