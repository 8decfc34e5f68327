using System.Text;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Documents.Pdf.Reading;

/// <summary>Damage that still lets a file be read in part: it is told, and what may be lost to it is nobody's zero.</summary>
public sealed class DamagedFileTests
{
    private static readonly Rubric Sheet =
        RubricReader.Read(File.ReadAllText(TestData.InRepository("rubrics", "ivu-sheet-05.yaml")), "ivu-sheet-05.yaml").Version!.Rubric;

    public static TheoryData<string> WholeFiles =>
    [
        .. new[] { Path.Combine("corpus", "pdf"), Path.Combine("holdout", "pdf"), "pdf-other" }
            .SelectMany(folder => Directory.GetFiles(TestData.Path(folder), "*.pdf"))
            .Select(path => Path.GetRelativePath(TestData.Path(), path)),
    ];

    [Theory]
    [MemberData(nameof(WholeFiles))]
    public void A_whole_file_is_not_called_damaged(string file) => Assert.DoesNotContain(
        Read(File.ReadAllBytes(TestData.Path(file)))?.Remarks ?? [], r => r.Kind == ReadingRemarkKind.BrokenPage);

    [Fact]
    public void One_broken_page_costs_one_page()
    {
        var whole = Read(Corpus("Wang-12333061"))!;
        var content = Read(File.ReadAllBytes(TestData.Path("pdf-hostile", "broken-page.pdf")))!;
        Assert.Equal(2, Assert.Single(content.Remarks, r => r.Kind == ReadingRemarkKind.BrokenPage).Page);
        Assert.Equal(TextOn(1, whole), TextOn(1, content));
        Assert.Equal(TextOn(3, whole), TextOn(3, content));
        Assert.Empty(TextOn(2, content));
    }

    [Fact]
    public void What_may_stand_on_a_broken_page_goes_to_a_person()
    {
        var content = Read(File.ReadAllBytes(TestData.Path("pdf-hostile", "broken-page.pdf")))!;
        var document = AnswerLocator.Locate(content, Sheet);
        // The label of 3.4 ends the first page, its calculation was on the second.
        var scores = SubmissionGrader.Grade(document, Sheet).Questions.Single(q => q.QuestionId == "3.4").Criteria;
        Assert.All(scores, c => Assert.True(c.NeedsReview));
        Assert.Null(document.Answers.Single(a => a.QuestionId == "1.1").Doubt);
    }

    [Fact]
    public void A_changed_byte_in_a_packed_stream_is_noticed() =>
        AssertDoubted(Changed("Zhang-12310457", pdf => pdf[IndexOf(pdf, "stream\n") + 200] ^= 1));

    [Fact]
    public void An_object_that_is_not_where_the_table_says_is_noticed() => AssertDoubted(Changed("Zhang-12310457", pdf =>
    {
        var last = Encoding.Latin1.GetString(pdf).LastIndexOf(" 0 obj", StringComparison.Ordinal);
        pdf[last + 1] = (byte)'7';
    }));

    [Fact]
    public void A_font_that_is_lost_with_all_its_text_is_noticed() =>
        AssertDoubted(Changed("Boateng-12170934", pdf => pdf[IndexOf(pdf, "\n5 0 obj") + 2] = (byte)'x'));

    private static void AssertDoubted(ReportContent content)
    {
        Assert.Contains(content.Remarks, r => r is { Kind: ReadingRemarkKind.BrokenPage, Page: 0 });
        var assessment = SubmissionGrader.Grade(AnswerLocator.Locate(content, Sheet), Sheet);
        Assert.All(assessment.Questions.SelectMany(q => q.Criteria), c => Assert.True(c.NeedsReview, c.CriterionId));
    }

    private static ReportContent Changed(string report, Action<byte[]> change)
    {
        var pdf = Corpus(report);
        change(pdf);
        return Read(pdf) ?? throw new InvalidOperationException("The file is beyond reading.");
    }

    private static int IndexOf(byte[] pdf, string text) => pdf.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text));

    private static List<string> TextOn(int page, ReportContent content) =>
        [.. content.Blocks.Where(b => b.Lines.All(l => l.Page == page)).Select(b => b.Text)];

    private static byte[] Corpus(string report) => File.ReadAllBytes(TestData.Path("corpus", "pdf", report + ".pdf"));

    private static ReportContent? Read(byte[] pdf) => PdfReportReader.Read(pdf, new PdfReadLimits(), CancellationToken.None).Content;
}
