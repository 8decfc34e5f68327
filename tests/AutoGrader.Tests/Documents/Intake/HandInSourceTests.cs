using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Intake;
using AutoGrader.Testing;
using static AutoGrader.Tests.Documents.Intake.TemporaryFolder;

namespace AutoGrader.Tests.Documents.Intake;

public sealed class HandInSourceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Open_default_group_without_number_is_kept_for_a_person()
    {
        using var source = HandInSource.Open(folder.WriteZip("x.zip",
            ("Default group_assignsubmission_file/a_b.zip", [1]), ("Team 1_30871_assignsubmission_file/c.zip", [1])));

        var unassigned = source.HandIns.Single(h => h.ParticipantNumber is null);
        Assert.Equal(("unassigned-Default group", "Default group", true, "a_b.zip"),
            (unassigned.Key, unassigned.Name, unassigned.IsGroup, unassigned.Files[0].Path));
        Assert.Contains("Default group", Assert.Single(source.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_group_form_of_moodle_4_0_and_older_gives_one_hand_in_per_member()
    {
        using var source = HandInSource.Open(folder.WriteZip("x.zip",
            ("Team 1-Anna Schmidt_11_assignsubmission_file_/a.zip", [1]), ("Team 1-Jonas Müller_12_assignsubmission_file_/a.zip", [1])));

        Assert.Equal(["11", "12"], source.HandIns.Select(h => h.Key));
        Assert.Equal("a.zip", source.HandIns[0].Files[0].Path);
    }

    [Fact]
    public void Open_student_cannot_pass_a_file_off_as_someone_elses()
    {
        using var source = HandInSource.Open(folder.WriteZip("x.zip",
            ("Eve_666_assignsubmission_file/Anna_11_assignsubmission_file/a.zip", [1]),
                ("Eve_666_assignsubmission_file_Anna_11_assignsubmission_file_b.zip", [1])));

        Assert.Equal(["Anna_11_assignsubmission_file/a.zip", "Anna_11_assignsubmission_file_b.zip"],
            Assert.Single(source.HandIns).Files.Select(f => f.Path));
        Assert.Equal("666", source.HandIns[0].Key);
    }

    [Fact]
    public void Open_equal_paths_lose_no_file_and_are_remarked_on()
    {
        using var source = HandInSource.Open(
            folder.WriteZip("x.zip", ("A_1_assignsubmission_file/a.zip", [1]), ("A_1_assignsubmission_file/a.zip", [2])));

        Assert.Equal([1, 2], source.HandIns[0].Files.Select(f => source.ReadAll(f, 10)![0]).Select(b => (int)b));
        Assert.Contains("same path", Assert.Single(source.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_strangers_beside_the_export_are_remarked_on()
    {
        using var source = HandInSource.Open(
            folder.WriteZip("x.zip", ("A_1_assignsubmission_file/a.zip", [1]), ("B_2_assignsubmission_sketch/b.zip", [1]),
                ("readme.txt", [1])));

        Assert.Equal(2, source.HandIns.Count);
        Assert.Empty(source.HandIns[1].Files);
        Assert.Equal(2, source.Remarks.Count);
    }

    [Fact]
    public void Open_two_exports_in_one_folder_are_refused()
    {
        folder.Write("sheet4/A_1_assignsubmission_file/a.zip", [1]);
        folder.Write("sheet5/A_2_assignsubmission_file/a.zip", [1]);

        Assert.Contains("sheet4", Assert.Throws<UnusableInputException>(() => HandInSource.Open(folder.Path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Open_folder_around_an_export_names_the_file_to_take()
    {
        folder.WriteZip("IVU-5.zip", ("A_1_assignsubmission_file/a.zip", [1]));
        folder.Write("Grades.csv", [1]);

        Assert.Contains("IVU-5.zip", Assert.Throws<UnusableInputException>(() => HandInSource.Open(folder.Path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Open_incomplete_download_says_so()
    {
        var whole = File.ReadAllBytes(TestData.Path("corpus", "moodle-export", "submissions-folders.zip"));
        foreach (var length in new[] { 200, 100_000, whole.Length / 2, whole.Length - 1 })
        {
            var exception = Assert.Throws<UnusableInputException>(() => HandInSource.Open(folder.Write("cut.zip", whole[..length])));
            Assert.Contains("incomplete", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Open_what_is_not_there_or_empty_or_a_table_is_unusable()
    {
        Assert.Throws<UnusableInputException>(() => HandInSource.Open(Path.Combine(folder.Path, "nothing.zip")));
        Assert.Throws<UnusableInputException>(() => HandInSource.Open(folder.Path));
        Assert.Contains("--worksheet", Assert.Throws<UnusableInputException>(() => HandInSource.Open(folder.Write("w.csv", [1]))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Open_links_in_an_unpacked_folder_are_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege on Windows.");
        var secret = folder.Write("secret/a.zip", [1]);
        folder.Write("export/A_1_assignsubmission_file/a.zip", [1]);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "export", "A_1_assignsubmission_file", "b.zip"), secret);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "export", "B_2_assignsubmission_file"), Path.Combine(folder.Path, "secret"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "export", "loop"), Path.Combine(folder.Path, "export"));
        using var source = HandInSource.Open(Path.Combine(folder.Path, "export"));

        Assert.Equal("a.zip", Assert.Single(Assert.Single(source.HandIns).Files).Path);
        Assert.Equal(3, source.Remarks.Count);
    }

    [Fact]
    public void Open_plain_folder_takes_every_file_as_a_hand_in()
    {
        folder.Write("Müller-12345678.zip", HandIn("Müller-12345678.pdf"));
        folder.Write("sub/Le-1234567.ZIP", HandIn("Le-1234567.pdf"));
        folder.Write("bare.pdf", [1]);
        folder.Write("notes.txt", [1]);
        folder.Write(".DS_Store", [1]);
        using var source = HandInSource.Open(folder.Path);

        Assert.Equal(InputKind.Folder, source.Kind);
        Assert.Equal(["Müller-12345678.zip", "bare.pdf", "sub/Le-1234567.ZIP"], source.HandIns.Select(h => h.Key));
        Assert.Contains("notes.txt", Assert.Single(source.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_times_in_a_zip_that_moodle_did_not_make_are_not_times_of_upload()
    {
        using var source = HandInSource.Open(folder.WriteZip("all.zip", ("Le-1234567.zip", [1]), ("Roth-1234567.zip", [1])));

        Assert.All(source.HandIns, h => Assert.Null(h.Files[0].UploadedAt));
    }

    [Fact]
    public void Open_corpus_intake_files_as_a_plain_folder_judges_them_as_expected()
    {
        using var source = HandInSource.Open(TestData.Path("corpus", "intake", "files"));
        var codes = source.HandIns.ToDictionary(
            h => h.Files[0].Name, h =>
                string.Join(' ', HandInInspector.Inspect(source, h, Rubrics.DueJune8, null).Reasons.Select(r => r.Code.WireName())));

        var expected = File.ReadLines(TestData.Path("corpus", "intake", "expected.csv")).Skip(1).Select(l => l.Split(',')).ToArray();
        Assert.Equal(14, expected.Length);
        Assert.All(expected, e => Assert.Equal(e[6] == "unreadable-pdf" ? "" : e[6], codes[e[4]]));
    }

    public static TheoryData<string, string[], InputKind> Zips() => new()
    {
        { "all.zip", ["Müller-12345678.zip", "Le-1234567.zip"], InputKind.Folder },
        { "all.zip", ["Müller-12345678.zip"], InputKind.Folder },
        { "all.zip", ["x/a.zip", "x/b.zip"], InputKind.Folder },
        { "all.zip", ["Müller-12345678.zip", "Le-1234567.zip", "x.pdf"], InputKind.Folder },
        { "Müller-12345678.zip", ["Müller-12345678.zip"], InputKind.SingleHandIn },
        { "Müller-12345678.zip", ["code.zip", "data.zip"], InputKind.SingleHandIn },
        { "wrong name.zip", ["report.pdf", "code.zip"], InputKind.SingleHandIn },
        { "wrong name.zip", ["report.pdf"], InputKind.SingleHandIn },
        { "wrong name.zip", ["report.zip"], InputKind.SingleHandIn },
        { "wrong name.zip", [], InputKind.SingleHandIn },
    };

    [Theory]
    [MemberData(nameof(Zips))]
    public void Open_zip_is_told_by_what_is_inside(string name, string[] entries, InputKind kind)
    {
        using var source = HandInSource.Open(folder.WriteZip(name, [.. entries.Select(e => (e, new byte[] { 1 }))]));

        Assert.Equal(kind, source.Kind);
    }

    [Theory]
    [InlineData("Müller-12345678.pdf", "%PDF-1.7")]
    [InlineData("Müller-12345678.zip", "")]
    [InlineData("Müller-12345678.zip", "PK\u0003\u0004 cut off")]
    [InlineData("anything", "some text")]
    public void Open_single_file_of_any_kind_is_one_hand_in_with_a_reason(string name, string content)
    {
        using var source = HandInSource.Open(folder.Write(name, System.Text.Encoding.Latin1.GetBytes(content)));

        Assert.Equal(InputKind.SingleHandIn, source.Kind);
        var inspection = HandInInspector.Inspect(source, Assert.Single(source.HandIns), Rubrics.DueJune8, null);
        Assert.Null(inspection.Pdf);
        Assert.NotEmpty(inspection.Reasons);
    }

    [Fact]
    public void ReadAll_larger_than_the_limit_is_null()
    {
        using var source = HandInSource.Open(folder.WriteZip("x.zip", ("A_1_assignsubmission_file/a.zip", new byte[1000])));

        Assert.Null(source.ReadAll(source.HandIns[0].Files[0], 999));
        Assert.Equal(1000, source.ReadAll(source.HandIns[0].Files[0], 1000)!.Length);
    }

    [Fact]
    public void ReadAll_large_inner_file_goes_through_a_temporary_file_and_comes_out_whole()
    {
        var large = new byte[33 << 20];
        new Random(5).NextBytes(large);
        using var source = HandInSource.Open(folder.WriteZip("x.zip", ("A_1_assignsubmission_file/a.zip", large)));

        Assert.True(source.ReadAll(source.HandIns[0].Files[0], long.MaxValue).AsSpan().SequenceEqual(large));
    }

    [Fact]
    public void Inspect_damage_within_the_export_blames_the_export_and_spares_the_others()
    {
        var bytes = Zip(("A_1_assignsubmission_file/Le-12345.zip", HandIn("Le-12345.pdf")),
            ("B_2_assignsubmission_file/Roth-12345.zip", HandIn("Roth-12345.pdf")));
        bytes[80] ^= 0xFF;
        using var source = HandInSource.Open(folder.Write("x.zip", bytes));
        var inspections = source.HandIns.Select(h => HandInInspector.Inspect(source, h, Rubrics.DueJune8, null)).ToArray();

        var reason = inspections[0].Reasons.Single(r => r.Code == ReasonCode.DamagedZip);
        Assert.Contains("export is damaged", reason.Detail.English, StringComparison.Ordinal);
        Assert.NotNull(inspections[1].Pdf);
    }
}
