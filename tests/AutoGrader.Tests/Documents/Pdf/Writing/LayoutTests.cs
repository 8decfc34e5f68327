using AutoGrader.Documents.Pdf.Writing.Layout;
using AutoGrader.Documents.Pdf.Writing.Objects;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Tests.Documents.Pdf.Writing;

public sealed class LayoutTests
{
    private static readonly TextFormat Body = new(Face.Regular, 10, Palette.Text);

    [Theory]
    [InlineData("a short line")]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft")]
    [InlineData("one two three four five six seven eight nine ten eleven twelve thirteen fourteen")]
    [InlineData("Very_Long-File.Name_Very_Long-File.Name_Very_Long-File.Name.zip")]
    [InlineData("  leading,   inner   and trailing blanks  ")]
    public void Break_AnyText_NoLineIsWiderThanTheColumnAndNoLetterIsLost(string text)
    {
        var lines = TextBreaker.Break(text, Body, 120);
        Assert.All(lines, l => Assert.InRange(l.Width, 0, 120));
        Assert.Equal(Letters(text), Letters(Drawn(lines)));
    }

    [Fact]
    public void Break_LineEnd_BeginsALine() => Assert.Equal(3, TextBreaker.Break("a\n\nb", Body, 120).Count);

    [Fact]
    public void Break_FileName_EndsLinesAtItsJoints() =>
        Assert.EndsWith("_", Drawn([TextBreaker.Break("Hofstaetter_Annemarie_11863027.zip", Body, 130)[0]]), StringComparison.Ordinal);

    [Fact]
    public void Place_HeadingAtTheEndOfAPage_MovesToTheNextWithItsText()
    {
        var tall = new Slice(PageFormat.Bottom - PageFormat.Top - 30, (_, _) => { });
        var places = new List<(string What, PageContent Page)>();
        var heading = new Slice(20, (page, _) => places.Add(("heading", page))) { KeepWithNext = true };
        var text = new Slice(20, (page, _) => places.Add(("text", page)));
        var flow = new Flow(() => new PageContent(new DocumentFonts(new PdfFile()), PageFormat.Height));
        flow.Place([tall, heading, text]);
        Assert.Equal(2, flow.Pages.Count);
        Assert.All(places, p => Assert.Same(flow.Pages[1], p.Page));
    }

    [Fact]
    public void Place_GroupTallerThanAPage_IsDividedRatherThanLost()
    {
        var drawn = 0;
        var group = Slice.Keep([.. Enumerable.Range(0, 100).Select(_ => new Slice(20, (_, _) => drawn++))]).ToList();
        var flow = new Flow(() => new PageContent(new DocumentFonts(new PdfFile()), PageFormat.Height));
        flow.Place(group);
        Assert.Equal(100, drawn);
        Assert.Equal(3, flow.Pages.Count);
    }

    [Fact]
    public void Place_BreakAtTheStart_LeavesNoEmptyPage()
    {
        var flow = new Flow(() => new PageContent(new DocumentFonts(new PdfFile()), PageFormat.Height));
        flow.Place([new Slice(0, (_, _) => { }) { BeginsPage = true }, new Slice(10, (_, _) => { })]);
        Assert.Single(flow.Pages);
    }

    [Theory]
    [InlineData(nameof(AutoGrader.Core.Feedback.Tone.Good))]
    [InlineData(nameof(AutoGrader.Core.Feedback.Tone.Partial))]
    [InlineData(nameof(AutoGrader.Core.Feedback.Tone.Bad))]
    [InlineData(nameof(AutoGrader.Core.Feedback.Tone.Review))]
    [InlineData(nameof(AutoGrader.Core.Feedback.Tone.Neutral))]
    public void Colours_of_tones_can_be_read_on_white_and_on_their_tint(string name)
    {
        var tone = Enum.Parse<AutoGrader.Core.Feedback.Tone>(name);
        Assert.InRange(Contrast(Palette.Of(tone), Palette.White), 4.5, 21);
        Assert.InRange(Contrast(Palette.Of(tone), Palette.Tint(tone)), 4.5, 21);
        Assert.InRange(Contrast(Palette.Muted, Palette.Panel), 4.5, 21);
    }

    /// <summary>Contrast as WCAG 2.2 defines it.</summary>
    private static double Contrast(Ink a, Ink b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(Ink color) => 0.2126 * Linear(color.Red) + 0.7152 * Linear(color.Green) + 0.0722 * Linear(color.Blue);

    private static double Linear(byte channel) =>
        channel / 255.0 <= 0.04045 ? channel / 255.0 / 12.92 : Math.Pow((channel / 255.0 + 0.055) / 1.055, 2.4);

    private static string Letters(string text) => string.Concat(text.Where(c => c != ' '));

    private static string Drawn(IReadOnlyList<TextLine> lines) => string.Concat(lines.Select(l => l.Text));
}
