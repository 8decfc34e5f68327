using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Documents.Pdf.Reading.Recognition;
using AutoGrader.Testing;
using AutoGrader.Tests.Core.Reading;

namespace AutoGrader.Tests.Documents.Pdf.Reading.Recognition;

/// <summary>Reads scans with a stand-in for Tesseract that writes what Tesseract 5.3.0 wrote, and with the real one where it is.</summary>
public sealed class PageRecognitionTests : IDisposable
{
    private const string Header = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recognition");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Recognised_words_stand_where_they_are_in_the_picture()
    {
        var result = Read(StandIn("""
            1 1 0 0 0 0 0 0 1105 1430 -1
            5 1 1 1 1 1 108 200 40 14 96.1 Exercise
            5 1 1 1 1 2 160 200 20 14 91.0 3.3
            5 1 1 1 2 1 108 240 90 14 12.5 Row-wise.
            5 1 1 1 3 1 108 300 90 14 3.0 stain
            """));
        Assert.Equal("Exercise 3.3 Row-wise.", Assert.Single(result.Content!.Blocks).Text);
        var line = result.Content.Blocks[0].Lines[0];
        var scale = result.Content.Pages[0].Width / 1075;
        Assert.Equal(108 * scale, line.Box.X, 1.0);
        Assert.Equal(214 * scale, line.Box.Bottom, 1.0);
        Assert.Equal(ReasonCode.NoTextLayer, result.Reason!.Code);
        Assert.Contains(result.Content.Remarks, r => r is { Kind: ReadingRemarkKind.RecognisedText, Page: 1 });
    }

    [Fact]
    public void Whatever_was_recognised_decides_nothing_alone()
    {
        var content = Read(StandIn("5 1 1 1 1 1 108 200 40 14 96 3.3\n5 1 1 1 1 2 160 200 300 14 96 row-wise")).Content!;
        var assessment = SubmissionGrader.Grade(AnswerLocator.Locate(content, SheetFive.Rubric), SheetFive.Rubric);
        Assert.All(assessment.Questions.SelectMany(q => q.Criteria), c => Assert.True(c.NeedsReview && c.Confidence <= 0.3));
    }

    [Theory]
    [InlineData("cat >/dev/null; echo nonsense")]
    [InlineData("exit 3")]
    [InlineData("sleep 60")]
    public void A_program_that_fails_leaves_the_page_an_image(string script)
    {
        var result = Read(Script(script), new PdfReadLimits { WallTime = TimeSpan.FromSeconds(2) });
        Assert.Empty(result.Content!.Blocks);
        Assert.Equal(ReasonCode.NoTextLayer, result.Reason!.Code);
        Assert.Contains(result.Content.Remarks, r => r.Kind == ReadingRemarkKind.ImageOnlyPage);
    }

    [Fact]
    public void A_program_that_is_not_there_or_lacks_a_language_is_none()
    {
        Assert.Null(TextRecogniser.Find(""));
        Assert.Null(TextRecogniser.Find(Path.Combine(_folder.FullName, "nothing")));
        Assert.Null(TextRecogniser.Find(Script("echo eng")));
    }

    [Fact]
    public void Tesseract_reads_printed_text()
    {
        var tesseract = TextRecogniser.Find("tesseract");
        Assert.SkipWhen(tesseract is null, "Tesseract with English and German is not installed.");
        var content = PdfReportReader.Read(Scan, new PdfReadLimits { Recogniser = tesseract }, CancellationToken.None).Content!;
        var typed = TypedReport.All.Single(r => r.Id == "d01").Answers.Values.First();
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 3 && w.All(char.IsLetter)).Take(30).ToList();
        var read = string.Join(' ', content.Blocks.Select(b => b.Text));
        Assert.True(words.Count(w => read.Contains(w, StringComparison.Ordinal)) > 0.8 * words.Count, read);
    }

    private static byte[] Scan => File.ReadAllBytes(TestData.Path("pdf-other", "typeset-scan.pdf"));

    private static PdfReadResult Read(string command, PdfReadLimits? limits = null) => PdfReportReader.Read(
        Scan, (limits ?? new PdfReadLimits()) with { Recogniser = new TextRecogniser(command, "stand-in 1") }, CancellationToken.None);

    private string StandIn(string rows)
    {
        var output = Path.Combine(_folder.FullName, "output.tsv");
        File.WriteAllText(output, Header + "\n" + rows.Replace(' ', '\t'));
        return Script($"cat >/dev/null; cat '{output}'");
    }

    private string Script(string body)
    {
        var path = Path.Combine(_folder.FullName, "recogniser.sh");
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return path;
    }
}
