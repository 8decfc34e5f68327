using System.IO.Compression;
using System.Text;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Archives;

namespace AutoGrader.Tests.Documents.Archives;

/// <summary>Hostile, damaged and foreign archives, forged here. Each must end with a reason, in bounded time and memory.</summary>
public sealed class SubmissionArchiveTests
{
    private static readonly byte[] Good = ZipForge.Of(ZipForge.File("Le-123456.pdf"));

    [Fact]
    public void TryOpen_ordinary_archive_reads_its_pdf()
    {
        var archive = SubmissionArchive.TryOpen(new MemoryBytes(Good), ArchiveLimits.Default, out var fault);

        Assert.Null(fault);
        Assert.Equal("%PDF-1.7 test", Encoding.UTF8.GetString(archive!.TryRead(Assert.Single(archive.Pdfs), out _)!));
    }

    [Theory]
    [InlineData("../Le-123456.pdf")]
    [InlineData("a/../../b.pdf")]
    [InlineData("..\\..\\b.pdf")]
    [InlineData("/etc/passwd")]
    [InlineData("\\\\server\\share\\x.pdf")]
    [InlineData("C:\\Windows\\x.pdf")]
    [InlineData("c:x.pdf")]
    [InlineData("a\0.pdf")]
    [InlineData("a\r\n.pdf")]
    [InlineData("")]
    public void TryOpen_path_that_leads_out_is_unsafe(string path) =>
        AssertFault(ReasonCode.UnsafeArchive, ZipForge.Of(ZipForge.File("Le-123456.pdf"), ZipForge.File(path)));

    [Theory]
    [InlineData("report\\Le-123456.pdf")]
    [InlineData("a..b/Le-123456.pdf")]
    [InlineData("./Le-123456.pdf")]
    public void TryOpen_odd_but_harmless_path_is_read(string path)
    {
        var archive = SubmissionArchive.TryOpen(new MemoryBytes(ZipForge.Of(ZipForge.File(path))), ArchiveLimits.Default, out _);

        Assert.Equal("Le-123456.pdf", Assert.Single(archive!.Pdfs).Name);
    }

    [Fact]
    public void TryOpen_absurdly_long_name_is_unsafe() =>
        AssertFault(ReasonCode.UnsafeArchive, ZipForge.Of(ZipForge.File(new string('a', 5000) + ".pdf")));

    [Fact]
    public void TryOpen_symbolic_link_is_unsafe() =>
        AssertFault(ReasonCode.UnsafeArchive, ZipForge.Of(ZipForge.File("Le-123456.pdf", "/etc/passwd") with { Attributes = 0xA1FF0000 }));

    [Fact]
    public void TryOpen_bomb_by_ratio_is_unsafe() =>
        AssertFault(ReasonCode.UnsafeArchive, ZipForge.Of(ZipForge.File("Le-123456.pdf") with { Content = new byte[20 << 20] }));

    [Fact]
    public void TryOpen_bomb_by_total_is_unsafe() =>
        AssertFault(ReasonCode.UnsafeArchive,
            ZipForge.Of([.. Enumerable.Range(0, 200).Select(i => ZipForge.File($"{i}.bin") with { AnnouncedLength = 30 << 20 })]));

    [Fact]
    public void TryOpen_bomb_by_count_is_unsafe() =>
        AssertFault(ReasonCode.UnsafeArchive, ZipForge.Of([.. Enumerable.Range(0, 20_000).Select(i => ZipForge.File($"{i}", ""))]));

    [Fact]
    public void TryOpen_entries_that_share_their_bytes_are_unsafe() =>
        AssertFault(ReasonCode.UnsafeArchive,
            ZipForge.Of(ZipForge.File("Le-123456.pdf"), ZipForge.File("two.txt") with { SameDataAs = 0 }));

    [Fact]
    public void TryOpen_harmless_file_of_zeros_beside_the_pdf_is_ignored()
    {
        var bytes = ZipForge.Of(ZipForge.File("Le-123456.pdf"), ZipForge.File("zeros.npy") with { Content = new byte[16 << 20] });

        Assert.NotNull(SubmissionArchive.TryOpen(new MemoryBytes(bytes), ArchiveLimits.Default, out _));
    }

    [Theory]
    [InlineData(0x801, 8)]
    [InlineData(0x801, 99)]
    [InlineData(0x800, 99)]
    public void TryRead_encrypted_pdf_says_so(int flags, int method)
    {
        var fault = ReadFault(ZipForge.File("Le-123456.pdf") with { Flags = flags, Method = method });

        Assert.Equal(ReasonCode.DamagedZip, fault.Code);
        Assert.Contains("encrypted", fault.Detail.English, StringComparison.Ordinal);
        Assert.Contains("verschlüsselt", fault.Detail.German, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(14)]
    [InlineData(93)]
    public void TryRead_unknown_method_says_so(int method) =>
        Assert.Contains("unusual", ReadFault(ZipForge.File("Le-123456.pdf") with { Method = method }).Detail.English,
            StringComparison.Ordinal);

    [Fact]
    public void TryRead_more_than_announced_is_unsafe_and_stops_there() =>
        Assert.Equal(ReasonCode.UnsafeArchive,
            ReadFault(ZipForge.File("Le-123456.pdf") with { Content = new byte[50 << 20], AnnouncedLength = 1000 }).Code);

    [Fact]
    public void TryRead_less_than_announced_is_damaged() =>
        Assert.Equal(ReasonCode.DamagedZip, ReadFault(ZipForge.File("Le-123456.pdf") with { AnnouncedLength = 1000 }).Code);

    [Fact]
    public void TryRead_wrong_checksum_is_damaged() =>
        Assert.Equal(ReasonCode.DamagedZip, ReadFault(ZipForge.File("Le-123456.pdf") with { Crc = 1 }).Code);

    [Fact]
    public void TryRead_garbage_in_place_of_deflated_data_is_damaged() =>
        Assert.Equal(ReasonCode.DamagedZip,
            ReadFault(ZipForge.File("Le-123456.pdf", new string('\u00FF', 300)) with { Stored = true, Method = 8 }).Code);

    [Fact]
    public void TryRead_pdf_over_the_limit_is_too_large_not_unsafe()
    {
        var noise = new byte[3000];
        new Random(1).NextBytes(noise);
        var limits = new ArchiveLimits { MaximumPdfBytes = 1000 };
        var archive = SubmissionArchive.TryOpen(new MemoryBytes(ZipForge.Of(ZipForge.File("Le-123456.pdf") with { Content = noise })),
            limits, out _);

        Assert.Null(archive!.TryRead(archive.Pdfs[0], out var fault));
        Assert.Equal(ReasonCode.UnreadablePdf, fault!.Code);
        Assert.Contains("too large", fault.Detail.English, StringComparison.Ordinal);
    }

    [Fact]
    public void TryOpen_cut_off_anywhere_never_throws_and_never_yields_a_whole_pdf()
    {
        for (var length = 0; length < Good.Length; length++)
        {
            var archive = SubmissionArchive.TryOpen(new MemoryBytes(Good.AsMemory(0, length)), ArchiveLimits.Default, out var fault);

            Assert.Null(archive);
            Assert.True(fault!.Code is ReasonCode.DamagedZip or ReasonCode.NotAZip);
        }
    }

    [Fact]
    public void TryOpen_any_single_wrong_byte_never_throws()
    {
        for (var at = 0; at < Good.Length; at++)
            foreach (var value in new byte[] { 0x00, 0x7F, 0xFF })
            {
                var bytes = Good.ToArray();
                bytes[at] = value;
                var archive = SubmissionArchive.TryOpen(new MemoryBytes(bytes), ArchiveLimits.Default, out _);
                foreach (var pdf in archive?.Pdfs ?? [])
                    archive!.TryRead(pdf, out _);
            }
    }

    [Fact]
    public void TryOpen_part_of_a_split_archive_says_so()
    {
        var bytes = Good.ToArray();
        bytes[^18] = 2;

        Assert.Contains("split", AssertFault(ReasonCode.DamagedZip, bytes).Detail.English, StringComparison.Ordinal);
    }

    [Fact]
    public void TryOpen_entries_hidden_from_the_count_are_damaged()
    {
        var bytes = ZipForge.Of(ZipForge.File("a.pdf"), ZipForge.File("b.pdf"));
        bytes[^12] = 1;

        AssertFault(ReasonCode.DamagedZip, bytes);
    }

    public static TheoryData<byte[], string> OtherFiles() => new()
    {
        { Encoding.ASCII.GetBytes("%PDF-1.5 ..."), "PDF" },
        { Encoding.Latin1.GetBytes("Rar!\u001a\u0007\u0001\0"), "RAR" },
        { [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], "7-Zip" },
        { [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], "gzip" },
        { [], "empty" },
        { [1, 2, 3, 4, 5], "not a ZIP" },
        { [0x50], "not a ZIP" },
        { [0x4D, 0x5A, 0, 0, .. ZipForge.Of(ZipForge.File("Le-123456.pdf"))], "Windows program" },
        { [.. "%PDF-1.5 "u8, .. ZipForge.Of(ZipForge.File("Le-123456.pdf"))], "PDF" },
    };

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void TryOpen_other_files_are_called_by_their_name(byte[] bytes, string word) =>
        Assert.Contains(word, AssertFault(ReasonCode.NotAZip, bytes).Detail.English, StringComparison.Ordinal);

    [Fact]
    public void TryOpen_archive_by_the_framework_with_zip64_and_unseekable_output_is_read()
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(new ForwardOnly(output), ZipArchiveMode.Create))
        using (var entry = zip.CreateEntry("Größe/Müller-123456.pdf").Open())
            entry.Write("%PDF-"u8);

        var archive = SubmissionArchive.TryOpen(new MemoryBytes(output.ToArray()), ArchiveLimits.Default, out _);

        Assert.Equal("%PDF-"u8.ToArray(), archive!.TryRead(Assert.Single(archive.Pdfs, p => p.Name == "Müller-123456.pdf"), out _));
    }

    [Theory]
    [InlineData(437, "Müller-123456.pdf", "Müller-123456.pdf")]
    [InlineData(65001, "Müller-123456.pdf", "Müller-123456.pdf")]
    [InlineData(65001, "Mu\u0308ller-123456.pdf", "Mu\u0308ller-123456.pdf")]
    [InlineData(65001, "王-123456.pdf", "王-123456.pdf")]
    public void Names_without_flag_are_read_as_utf8_else_as_cp437(int codePage, string name, string expected) =>
        Assert.Equal(expected, Names(Bytes(codePage, name)).First());

    [Theory]
    [InlineData(932, "山田-123456.pdf")]
    [InlineData(936, "王-123456.pdf")]
    [InlineData(850, "Gonçãlves-123456.pdf")]
    [InlineData(1252, "Müller-123456.pdf")]
    [InlineData(1250, "Wiśniewski-123456.pdf")]
    public void Names_in_other_code_pages_are_among_the_readings(int codePage, string name) =>
        Assert.Contains(name, Names(Bytes(codePage, name)));

    [Fact]
    public void Name_in_the_unicode_field_wins_while_its_checksum_fits()
    {
        var raw = Bytes(437, "M_ller.pdf");
        byte[] field = [1, .. ZipForge.Four(Crc32.Append(0, raw)), .. Encoding.UTF8.GetBytes("Müller.pdf")];
        byte[] stale = [1, .. ZipForge.Four(7), .. Encoding.UTF8.GetBytes("Müller.pdf")];

        Assert.Equal(["Müller.pdf"], Names(raw, field));
        Assert.Equal("M_ller.pdf", Names(raw, stale).First());
    }

    [Fact]
    public void Files_of_operating_systems_do_not_count()
    {
        var bytes = ZipForge.Of(
            ZipForge.File("r/Le-123456.pdf"), ZipForge.File("__MACOSX/r/._Le-123456.pdf"), ZipForge.File("__MACOSX/x.pdf"),
                ZipForge.File("._a.pdf"),
            ZipForge.File("r/.DS_Store"), ZipForge.File("Thumbs.db"), ZipForge.File("r/", ""));

        Assert.Single(SubmissionArchive.TryOpen(new MemoryBytes(bytes), ArchiveLimits.Default, out _)!.Files);
    }

    private static string[] Names(byte[] raw, byte[]? unicodeField = null)
    {
        byte[] extra = unicodeField is null ? [] : [0x75, 0x70, .. ZipForge.Two(unicodeField.Length), .. unicodeField];
        var bytes = ZipForge.Of(new ZipForge.Part { Name = raw, Content = [1], Extra = extra });
        return [.. ZipNames.Readings(Assert.Single(ZipDirectory.TryRead(new MemoryBytes(bytes), 10, out _)!))];
    }

    private static byte[] Bytes(int codePage, string text) =>
        (codePage == 65001 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!).GetBytes(text);

    private static Reason AssertFault(ReasonCode code, byte[] bytes)
    {
        Assert.Null(SubmissionArchive.TryOpen(new MemoryBytes(bytes), ArchiveLimits.Default, out var fault));
        Assert.Equal(code, fault!.Code);
        return fault;
    }

    private static Reason ReadFault(ZipForge.Part part)
    {
        var archive = SubmissionArchive.TryOpen(new MemoryBytes(ZipForge.Of(part)), ArchiveLimits.Default, out _);
        Assert.Null(archive!.TryRead(archive.Pdfs[0], out var fault));
        return fault!;
    }

    private sealed class ForwardOnly(Stream inner) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => inner.Position; set => throw new NotSupportedException(); }
        public override void Flush() => inner.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
