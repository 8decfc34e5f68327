using System.Globalization;
using System.IO.Compression;
using System.Text;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Documents.Pdf.Reading;

/// <summary>Damaged, protected and odd files: every one ends with content or a reason, none with an exception.</summary>
public sealed class HostileFileTests
{
    private const string Small = "Zhang-12310457.pdf";
    private const string Latex = "Hofstaetter-11863027.pdf";

    [Fact]
    public void An_empty_file_is_unreadable() => Assert.Equal(ReasonCode.UnreadablePdf, Read([]).Reason?.Code);

    [Fact]
    public void Bytes_that_are_no_pdf_are_unreadable() =>
        Assert.Equal(ReasonCode.UnreadablePdf, Read("PK\u0003\u0004 this is a zip"u8.ToArray()).Reason?.Code);

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(0.9)]
    [InlineData(0.99)]
    public void A_truncated_file_has_content_or_a_reason(double share)
    {
        var bytes = Corpus(Latex);
        AssertJudged(Read(bytes[..(int)(bytes.Length * share)]));
    }

    [Theory]
    [InlineData(Small)]
    [InlineData(Latex)]
    public void Flipped_bytes_never_throw(string file)
    {
        var original = Corpus(file);
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var bytes = (byte[])original.Clone();
            for (var i = 0; i < 1 + seed; i++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            AssertJudged(Read(bytes));
        }
    }

    [Fact]
    public void A_stream_that_unpacks_to_gigabytes_is_not_unpacked()
    {
        var before = GC.GetTotalAllocatedBytes();

        var result = Read(Bomb());

        AssertJudged(result);
        Assert.False(result is { Reason: null, Content.Remarks: [] });
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 200L * 1024 * 1024);
    }

    private const string BlankPage = """
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>> endobj
        trailer <</Root 1 0 R/Size 5>>
        %%EOF
        """;

    // A page whose content is 400 MB of path operators in some 400 KB of deflate.
    private static byte[] Bomb()
    {
        var unit = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0 0 m ", 10_000)));
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var i = 0; i < 7_000; i++)
                zlib.Write(unit);
        }

        using var pdf = new MemoryStream();
        var offsets = new List<long>();
        void Write(string text) => pdf.Write(Encoding.ASCII.GetBytes(text));
        void Begin() => offsets.Add(pdf.Length);
        Write("%PDF-1.4\n");
        Begin();
        Write("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        Begin();
        Write("2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
        Begin();
        Write("3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>\nendobj\n");
        Begin();
        Write($"4 0 obj\n<</Filter/FlateDecode/Length {packed.Length.ToString(CultureInfo.InvariantCulture)}>>stream\n");
        pdf.Write(packed.ToArray());
        Write("\nendstream\nendobj\n");
        var table = pdf.Length;
        Write("xref\n0 5\n0000000000 65535 f \n");
        Write(string.Concat(offsets.Select(o => o.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n")));
        Write("trailer<</Size 5/Root 1 0 R>>\nstartxref\n" + table.ToString(CultureInfo.InvariantCulture) + "\n%%EOF");
        return pdf.ToArray();
    }

    [Fact]
    public void Pieces_moved_about_never_throw()
    {
        var original = Corpus(Small);
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var bytes = (byte[])original.Clone();
            var length = random.Next(10, 2000);
            Array.Copy(original, random.Next(original.Length - length), bytes, random.Next(original.Length - length), length);
            AssertJudged(Read(bytes));
        }
    }

    [Fact]
    public void A_file_with_a_user_password_is_encrypted()
    {
        var result = Read(Hostile("user-password.pdf"));
        Assert.Null(result.Content);
        Assert.Equal(ReasonCode.EncryptedPdf, result.Reason?.Code);
    }

    [Fact]
    public void A_file_with_an_owner_password_only_is_read()
    {
        var result = Read(Hostile("owner-password.pdf"));
        Assert.Null(result.Reason);
        Assert.Contains(result.Content!.Blocks, b => b.Text == "And finally the output:");
        Assert.Equal(3, result.Content.Blocks.Sum(b => b.Matrices.Count));
    }

    [Fact]
    public void A_file_larger_than_the_limit_is_unreadable() =>
        Assert.Equal(ReasonCode.UnreadablePdf, Read(Corpus(Small), new PdfReadLimits { Bytes = 1000 }).Reason?.Code);

    [Fact]
    public void Cancellation_is_thrown()
    {
        var canceled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => PdfReportReader.Read(Corpus(Small), new PdfReadLimits(), canceled));
    }

    [Fact]
    public void A_report_with_more_pages_than_the_limit_is_not_read_in_part()
    {
        var result = Read(Corpus(Latex), new PdfReadLimits { Pages = 1 });
        Assert.Null(result.Content);
        Assert.Equal(ReasonCode.UnreadablePdf, result.Reason?.Code);
        Assert.Contains("at most 1 pages", result.Reason?.Detail.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Drawn_paths_beyond_the_limit_are_remarked_on()
    {
        var content = Read(Corpus(Latex), new PdfReadLimits { PathsPerPage = 1 }).Content!;
        Assert.Contains(content.Remarks, r => r is { Kind: ReadingRemarkKind.LimitReached, Page: > 0 });
    }

    [Fact]
    public void A_page_without_text_says_so()
    {
        var result = Read(Encoding.ASCII.GetBytes(BlankPage));
        Assert.Equal(ReasonCode.NoTextLayer, result.Reason?.Code);
        Assert.Single(result.Content!.Pages);
    }

    [Fact]
    public void Letters_beyond_the_limit_are_remarked_on()
    {
        var content = Read(Corpus(Latex), new PdfReadLimits { LettersPerPage = 100 }).Content!;
        Assert.Contains(content.Remarks, r => r is { Kind: ReadingRemarkKind.LimitReached, Page: 1 });
        Assert.True(content.Blocks.Where(b => b.Lines[0].Page == 1).Sum(b => b.Text.Length) < 200);
    }

    [Fact]
    public void A_page_displayed_sideways_is_read_and_places_lie_on_the_page_as_displayed()
    {
        var upright = Read(Hostile("owner-password.pdf")).Content!;
        var turned = Read(Hostile("rotated-90.pdf")).Content!;
        Assert.Equal(upright.Blocks.Select(b => b.Text), turned.Blocks.Select(b => b.Text));
        Assert.Equal((upright.Pages[0].Height, upright.Pages[0].Width), (turned.Pages[0].Width, turned.Pages[0].Height));
        foreach (var (before, after) in upright.Blocks.Zip(turned.Blocks))
        {
            AssertTurned(upright.Pages[0], before.Lines[0].Box, after.Lines[0].Box);
            foreach (var (m, n) in before.Matrices.Zip(after.Matrices))
                AssertTurned(upright.Pages[0], m[1, 1].Box, n[1, 1].Box);
        }
    }

    // The words "And finally the output:" by `pdftotext -bbox -cropbox` of poppler 22.12, from the first word's corner to the last one's.
    // Poppler's boxes are as high as the font; ours hug the ink.
    [Theory]
    [InlineData("rotated-90.pdf", 771.16, 83.97, 782.04, 195.11)]
    [InlineData("rotated-180.pdf", 400.17, 771.16, 511.31, 782.04)]
    [InlineData("rotated-270.pdf", 59.85, 400.17, 70.73, 511.31)]
    [InlineData("cropped.pdf", 23.97, 17.96, 135.11, 28.84)]
    [InlineData("cropped-rotated-90.pdf", 271.16, 23.97, 282.04, 135.11)]
    [InlineData("cropped-rotated-180.pdf", 364.89, 271.16, 476.03, 282.04)]
    [InlineData("cropped-rotated-270.pdf", 17.96, 364.89, 28.84, 476.03)]
    public void A_line_stands_where_another_program_displays_it(string file, double left, double top, double right, double bottom)
    {
        const double Rim = 0.5;
        var block = Read(Hostile(file)).Content!.Blocks.Single(b => b.Text == "And finally the output:");

        var box = Assert.Single(block.Lines).Box;

        Assert.InRange(box.X, left - Rim, right);
        Assert.InRange(box.Y, top - Rim, bottom);
        Assert.InRange(box.Right, left, right + Rim);
        Assert.InRange(box.Bottom, top, bottom + Rim);
        Assert.InRange(Math.Max(box.Width, box.Height), 110, 112);
    }

    [Theory]
    [InlineData("cropped.pdf", 500, 300)]
    [InlineData("cropped-rotated-90.pdf", 300, 500)]
    [InlineData("cropped-rotated-180.pdf", 500, 300)]
    [InlineData("cropped-rotated-270.pdf", 300, 500)]
    public void Places_are_counted_from_the_corner_of_the_crop_box(string file, double width, double height)
    {
        var content = Read(Hostile(file)).Content!;
        Assert.Equal(new PageSize(width, height), content.Pages[0]);
        Assert.Equal("And finally the output:", content.Blocks[0].Text);
        Assert.All(content.Blocks.SelectMany(b => b.Lines), l =>
        {
            Assert.InRange(l.Box.X, 0, width);
            Assert.InRange(l.Box.Bottom, 0, height);
        });
    }

    [Fact]
    public void Letters_of_a_font_that_names_no_characters_are_remarked_on()
    {
        var content = Read(Hostile("type3-without-encoding.pdf")).Content!;
        Assert.Contains(content.Remarks, r => r.Kind == ReadingRemarkKind.UnknownLetters);
    }

    private static void AssertTurned(PageSize upright, Box before, Box after)
    {
        Assert.Equal(upright.Height - before.Bottom, after.X, 3);
        Assert.Equal(before.X, after.Y, 3);
        Assert.Equal(before.Height, after.Width, 3);
    }

    private static void AssertJudged(PdfReadResult result) => Assert.True(result.Content is not null || result.Reason is not null);

    private static PdfReadResult Read(byte[] pdf, PdfReadLimits? limits = null) =>
        PdfReportReader.Read(pdf, limits ?? new PdfReadLimits(), CancellationToken.None);

    private static byte[] Corpus(string file) => File.ReadAllBytes(TestData.Path("corpus", "pdf", file));

    private static byte[] Hostile(string file) => File.ReadAllBytes(TestData.Path("pdf-hostile", file));
}
