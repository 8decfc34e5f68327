using System.Text.RegularExpressions;
using AutoGrader.Benchmarks.Accuracy;
using AutoGrader.Benchmarks.Reading;
using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;
using AutoGrader.Tests.Core.Reading;

namespace AutoGrader.Tests.Documents.Pdf.Reading;

/// <summary>
/// Answers to the sheet from tools that the corpus has none of, against what was typed: <c>NAME.md</c> beside <c>NAME.pdf</c>, a heading
/// for each question, answers as Markdown with LaTeX.
/// </summary>
public sealed partial class OtherToolTests
{
    private const double LeastOfAnAnswer = 0.9;
    private const double LeastOfAReport = 0.97;

    private static readonly string Folder = TestData.Path("pdf-other");

    public static TheoryData<string> Reports =>
        [.. Directory.GetFiles(Folder, "*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => n != "README").Order()];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Answers_are_found_with_their_text_and_matrices(string name)
    {
        var typed = Typed(name);
        var document = AnswerLocator.Locate(Read(name), SheetFive.Rubric);

        var found = document.Answers.Where(a => a.State == AnswerState.Found).ToList();
        Assert.Equal(typed.Keys.Order(StringComparer.Ordinal), found.Select(a => a.QuestionId));
        var scores = new List<double>();
        foreach (var answer in found)
        {
            var overlap = TokenOverlap.Of(TextTokens.Of(TypedText.Plain(typed[answer.QuestionId])), TextTokens.Of(answer.Text));
            scores.Add(overlap.F1);
            Assert.True(
                overlap.F1 >= LeastOfAnAnswer,
                $"{answer.QuestionId} lacks {string.Join(' ', overlap.Missing)}, has {string.Join(' ', overlap.Foreign)}");
            var matrices = MatrixCheck.Of(typed[answer.QuestionId], answer);
            Assert.Empty(matrices.Unread);
            Assert.Empty(matrices.WrongEntries);
        }

        Assert.True(scores.Average() >= LeastOfAReport, $"{scores.Average():0.000}");
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_line_and_entry_lies_on_its_page(string name)
    {
        var content = Read(name);

        foreach (var block in content.Blocks)
        {
            Assert.All(block.Lines, l => AssertOnPage(content.Pages[l.Page - 1], l.Box));
            foreach (var matrix in block.Matrices)
                Assert.All(matrix.Entries, e => AssertOnPage(content.Pages[matrix.PageOf(e) - 1], e.Box));
        }
    }

    /// <summary>The words come out as other letters, and so would the digits.</summary>
    [Theory]
    [InlineData("gs-numbered-glyphs")] // Type 1 fonts whose glyphs are called c42
    [InlineData("dvips-type3")] // bitmaps of letters
    public void Fonts_that_do_not_name_their_letters_are_said_and_leave_no_matrix_sure(string name)
    {
        var content = Read(name);

        Assert.Contains(
            content.Remarks, r => r.Kind == ReadingRemarkKind.UnknownLetters && r.Text.Contains("guessed", StringComparison.Ordinal));
        Assert.DoesNotContain(content.Blocks.SelectMany(b => b.Matrices), m => m.Confidence > 0.5);
    }

    [Fact]
    public void Bitmap_fonts_of_TeX_are_told_by_their_widths_and_leave_no_doubt()
    {
        var content = Read("latex-bitmap-t1");

        Assert.DoesNotContain(content.Remarks, r => r.Kind == ReadingRemarkKind.UnknownLetters);
        Assert.All(content.Blocks.SelectMany(b => b.Matrices), m => Assert.True(m.Confidence > 0.9));
        var text = string.Join('\n', content.Blocks.Select(b => b.Text));
        Assert.Contains("Größe, ältere Information wird also überschrieben", text, StringComparison.Ordinal);
        Assert.Contains("häufig auch, was gerade anfängt oder aufhört", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_answer_is_missed_where_the_words_come_out_as_other_letters() => Assert.All(
        AnswerLocator.Locate(Read("gs-numbered-glyphs"), SheetFive.Rubric).Answers, a => Assert.Equal(AnswerState.Unreadable, a.State));

    [Fact]
    public void Every_remark_is_in_both_languages()
    {
        string[] files = ["pdf-other/gs-numbered-glyphs.pdf", "pdf-hostile/broken-page.pdf", "corpus/pdf/Obermaier-1098764.pdf"];
        var remarks = files.SelectMany(f => PdfReportReader.Read(
            File.ReadAllBytes(TestData.Path(f)), new PdfReadLimits(), TestContext.Current.CancellationToken).Content!.Remarks).ToList();

        Assert.NotEmpty(remarks);
        Assert.All(remarks, r => Assert.NotEqual(r.In(Language.English), r.In(Language.German)));
    }

    private static ReportContent Read(string name)
    {
        var pdf = File.ReadAllBytes(Path.Combine(Folder, name + ".pdf"));
        var result = PdfReportReader.Read(pdf, new PdfReadLimits(), TestContext.Current.CancellationToken);
        Assert.Null(result.Reason);
        return result.Content!;
    }

    private static Dictionary<string, string> Typed(string name) => Heading()
        .Matches(File.ReadAllText(Path.Combine(Folder, name + ".md")))
        .ToDictionary(m => m.Groups["question"].Value, m => m.Groups["answer"].Value.Trim());

    private static void AssertOnPage(PageSize page, Box box)
    {
        Assert.InRange(box.X, -1, page.Width);
        Assert.InRange(box.Y, -1, page.Height);
        Assert.InRange(box.Right, 0, page.Width + 1);
        Assert.InRange(box.Bottom, 0, page.Height + 1);
    }

    [GeneratedRegex(@"^## (?<question>\S+)\n(?<answer>.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Heading();
}
