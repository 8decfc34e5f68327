using System.Globalization;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Documents.Pdf.Reading;

/// <summary>Reads the corpus's PDFs (eight toolchains) and compares with what the students typed.</summary>
public sealed class CorpusReadingTests(ITestOutputHelper output)
{
    private static readonly Lazy<Dictionary<string, PdfReadResult>> Readings =
        new(() => TypedReport.All.ToDictionary(r => r.Id, r => Read(r.PdfPath)));

    public static TheoryData<string> TextReports => [.. TypedReport.All.Where(r => r.Toolchain != "scan").Select(r => r.Id)];

    public static TheoryData<string> Scans => [.. TypedReport.All.Where(r => r.Toolchain == "scan").Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(TextReports))]
    public void Words_of_every_answer_are_read_in_their_order(string id)
    {
        var (report, content) = Reading(id);
        var (found, total) = WordRecall(report, content);
        Assert.True(found >= 0.98 * total, $"{id}: {found} of {total} words");
    }

    [Theory]
    [MemberData(nameof(TextReports))]
    public void Matrices_are_read_exactly_and_nothing_else_is_taken_for_one(string id)
    {
        var (report, content) = Reading(id);
        var expected = report.Matrices.Select(Show).ToList();
        var read = content.Blocks.SelectMany(b => b.Matrices).ToList();
        Assert.Equal([], expected.Except(read.Where(m => m.Confidence >= 0.95).Select(Show)));
        Assert.Equal([], read.Where(m => m is { Rows: 5, Columns: 3 }).Select(Show).Except(expected));
    }

    [Theory]
    [MemberData(nameof(TextReports))]
    public void Places_lie_on_the_page_and_follow_the_text(string id)
    {
        var (_, content) = Reading(id);
        foreach (var block in content.Blocks)
        {
            Assert.NotEmpty(block.Lines);
            Assert.InRange(block.BoldPrefixLength, 0, block.Text.Length);
            foreach (var line in block.Lines)
            {
                Assert.InRange(line.Start + line.Length, 1, block.Text.Length);
                AssertOnPage(content.Pages[line.Page - 1], line.Box);
            }

            foreach (var matrix in block.Matrices)
            {
                Assert.Equal(matrix.Rows * matrix.Columns, matrix.Entries.Count);
                Assert.InRange(matrix.Start + matrix.Length, 1, block.Text.Length);
                Assert.All(matrix.Entries, e => AssertOnPage(content.Pages[matrix.PageOf(e) - 1], e.Box));
                Assert.All(matrix.Entries, e => Assert.True(e.Confidence >= matrix.Confidence));
            }
        }
    }

    [Theory]
    [MemberData(nameof(TextReports))]
    public void Entries_of_a_matrix_stand_in_rows_and_columns(string id)
    {
        var (_, content) = Reading(id);
        foreach (var m in content.Blocks.SelectMany(b => b.Matrices))
        {
            for (var r = 0; r < m.Rows; r++)
            {
                for (var c = 1; c < m.Columns; c++)
                    Assert.True(m[r, c - 1].Box.Right <= m[r, c].Box.X + 0.01);
            }
        }
    }

    [Fact]
    public void Entries_behind_a_page_end_stand_on_the_next_page()
    {
        // LibreOffice, a table of five rows: three on page 1, two on page 2.
        var cut = Reading("d04").Content.Blocks.SelectMany(b => b.Matrices).Single(m => m.Entries.Any(e => e.OtherPage is not null));

        Assert.Equal(
            [1, 1, 1, 2, 2], cut.Entries.Chunk(cut.Columns).Select(row => Assert.Single(row.Select(cut.PageOf).Distinct())));
        Assert.InRange(cut[3, 0].Box.Y, 55, 75);
        Assert.All(cut.Entries, e => Assert.InRange(e.Box.Width, 3, 12));
    }

    [Theory]
    [MemberData(nameof(Scans))]
    public void Scans_have_pages_but_no_text(string id)
    {
        var result = Readings.Value[id];
        Assert.Equal(ReasonCode.NoTextLayer, result.Reason?.Code);
        Assert.NotEmpty(result.Content!.Pages);
        Assert.Empty(result.Content.Blocks);
        Assert.Equal(result.Content.Pages.Count, result.Content.Remarks.Count(r => r.Kind == ReadingRemarkKind.ImageOnlyPage));
    }

    // The two notebooks and the page with a heat map or a plot, by the traits in students.json.
    [Theory]
    [InlineData("Chen-11904427.pdf")]
    [InlineData("Wang-12333061.pdf")]
    [InlineData("Nguyen-12277310.pdf")]
    public void A_plot_is_remarked_with_its_place(string file)
    {
        var content = Read(TestData.Path("corpus", "pdf", file)).Content!;

        var pictures = content.Remarks.Where(r => r.Kind == ReadingRemarkKind.Picture).ToList();
        Assert.All(pictures, r => Assert.True(r.Box is { Width: > 50, Height: > 14 }));
        Assert.Contains(content.Remarks, r => r.Kind == ReadingRemarkKind.Picture);
    }

    // MathJax through Chromium: type 3 fonts, which have no names to tell them apart by.
    [Theory]
    [InlineData("d07")]
    [InlineData("d30")]
    public void A_function_and_its_argument_in_nameless_fonts_are_apart(string id) =>
        Assert.Contains(Reading(id).Content.Blocks, b => b.Text.Contains("log N", StringComparison.Ordinal));

    [Fact]
    public void Nothing_in_the_corpus_is_hidden_or_without_encoding()
    {
        var kinds = Readings.Value.Values.SelectMany(r => r.Content!.Remarks).Select(r => r.Kind).ToHashSet();
        Assert.DoesNotContain(ReadingRemarkKind.HiddenText, kinds);
        Assert.DoesNotContain(ReadingRemarkKind.UnknownLetters, kinds);
        Assert.DoesNotContain(ReadingRemarkKind.BrokenPage, kinds);
    }

    [Fact]
    public void Reading_twice_gives_the_same()
    {
        var report = TypedReport.All.First(r => r.Id == "d01");
        var again = PdfReportReader.Read(File.ReadAllBytes(report.PdfPath), new PdfReadLimits(), CancellationToken.None);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(Readings.Value["d01"]), System.Text.Json.JsonSerializer.Serialize(again));
    }

    [Fact]
    public void Figures_per_toolchain()
    {
        output.WriteLine("toolchain          reports  words found  3.4 matrices read exactly");
        var toolchains = TypedReport.All.Where(r => r.Toolchain != "scan").GroupBy(r => r.Toolchain);
        foreach (var group in toolchains.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var recall = group.Select(r => WordRecall(r, Readings.Value[r.Id].Content!)).ToList();
            var expected = group.SelectMany(r => r.Matrices.Select(m => (r.Id, Text: Show(m)))).ToList();
            var read = expected.Count(e => Readings.Value[e.Id].Content!.Blocks
                .SelectMany(b => b.Matrices)
                .Any(m => m.Confidence >= 0.95 && Show(m) == e.Text));
            var found = (double)recall.Sum(r => r.Found) / recall.Sum(r => r.Total);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{group.Key,-18} {group.Count(),7}  {found,11:P2}  {read} of {expected.Count}"));
        }
    }

    private static PdfReadResult Read(string path) =>
        PdfReportReader.Read(File.ReadAllBytes(path), new PdfReadLimits(), CancellationToken.None);

    private static (TypedReport Report, ReportContent Content) Reading(string id)
    {
        var result = Readings.Value[id];
        Assert.Null(result.Reason);
        return (TypedReport.All.First(r => r.Id == id), result.Content!);
    }

    private static (int Found, int Total) WordRecall(TypedReport report, ReportContent content)
    {
        var text = string.Join('\n', content.Blocks.Select(b => b.Text)).Replace('’', '\'');
        var read = TypedReport.Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).ToList();
        var typed = report.Answers.Values.Select(TypedReport.Words).ToList();
        return (typed.Sum(t => CommonSubsequence(t, read)), typed.Sum(t => t.Count));
    }

    /// <summary>How many words of one list occur in the other in the same order.</summary>
    private static int CommonSubsequence(List<string> typed, List<string> read)
    {
        var before = new int[read.Count + 1];
        foreach (var word in typed)
        {
            var row = new int[read.Count + 1];
            for (var j = 1; j <= read.Count; j++)
                row[j] = string.Equals(word, read[j - 1], StringComparison.Ordinal) ? before[j - 1] + 1 : Math.Max(before[j], row[j - 1]);
            before = row;
        }

        return before[^1];
    }

    private static string Show(double[][] rows) =>
        string.Join(" | ", rows.Select(r => string.Join(' ', r.Select(v => Math.Round(v, 6).ToString(CultureInfo.InvariantCulture)))));

    private static string Show(MatrixReading m)
    {
        double[] Row(int r) => [.. Enumerable.Range(0, m.Columns).Select(c => m[r, c].Value ?? double.NaN)];
        return Show([.. Enumerable.Range(0, m.Rows).Select(Row)]);
    }

    private static void AssertOnPage(PageSize page, Box box)
    {
        Assert.InRange(box.X, -1, page.Width);
        Assert.InRange(box.Y, -1, page.Height);
        Assert.InRange(box.Right, 0, page.Width + 1);
        Assert.InRange(box.Bottom, 0, page.Height + 1);
    }
}
