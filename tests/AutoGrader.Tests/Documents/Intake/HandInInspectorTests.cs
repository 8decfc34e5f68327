using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Intake;
using AutoGrader.Documents.Moodle;
using static AutoGrader.Tests.Documents.Intake.TemporaryFolder;

namespace AutoGrader.Tests.Documents.Intake;

/// <summary>The rules applied to hand-ins made here, through a Moodle export as students' files arrive.</summary>
public sealed class HandInInspectorTests : IDisposable
{
    private static readonly byte[] Good = HandIn("Le-1234567.pdf");
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Inspect_right_hand_in_delivers_the_pdf_without_a_word()
    {
        var inspection = Inspect([("Le-1234567.zip", Good)], row: Row("Kim Le"));

        Assert.Empty(inspection.Reasons);
        Assert.Equal(("Le-1234567.zip", "Le", "1234567", "Le-1234567.pdf"),
            (inspection.Uploaded, inspection.Surname, inspection.Matriculation, inspection.PdfName));
        Assert.Equal("%PDF-1.7 test"u8.ToArray(), inspection.Pdf);
    }

    [Theory]
    [InlineData("Müller-1234567.zip", "Mueller-1234567.pdf")]
    [InlineData("Mueller-1234567.zip", "Mu\u0308ller-1234567.pdf")]
    [InlineData("O'Connor-1234567.zip", "OConnor_1234567.pdf")]
    [InlineData("von der Heyde-1234567.zip", "1234567 vonderHeyde.pdf")]
    [InlineData("Le-1234567.zip", "deep/down/Le-1234567.PDF")]
    public void Inspect_same_name_in_other_spelling_is_accepted(string zip, string pdf) =>
        Assert.NotNull(Inspect([(zip, HandIn(pdf))]).Pdf);

    [Theory]
    [InlineData("Le-1234567.zip", "sheet5.pdf", "pdf-name", "“Le-1234567.pdf”")]
    [InlineData("Le-1234567.zip", "Le-7654321.pdf", "pdf-name", "Check which number is yours")]
    [InlineData("Le-1234567.zip", "Roth-1234567.pdf", "pdf-name", "“Le-1234567.pdf”")]
    [InlineData("Le_1234567.zip", "Le-1234567.pdf", "zip-name", "“Le-1234567.zip”")]
    [InlineData("Le.zip", "Le-1234567.pdf", "zip-name", "“Le-1234567.zip”")]
    [InlineData("Le_7654321.zip", "Le-1234567.pdf", "zip-name", "check which is yours")]
    [InlineData("Le-1234567.zip", "Le-1234567.docx", "no-pdf", "PDF")]
    public void Inspect_broken_rule_says_what_to_do_and_delivers_nothing(string zip, string inner, string code, string remedy)
    {
        var inspection = Inspect([(zip, HandIn(inner))], row: Row("Kim Le"));

        var reason = Assert.Single(inspection.Reasons);
        Assert.Equal(code, reason.Code.WireName());
        Assert.Contains(remedy, reason.Remedy.English, StringComparison.Ordinal);
        Assert.Null(inspection.Pdf);
    }

    [Fact]
    public void Inspect_tells_everything_that_is_wrong_at_once() =>
        Assert.Equal(["zip-name", "several-pdfs", "draft", "late"], Codes(Inspect(
            [("Le_1234567.zip", Zip(("a.pdf", [1]), ("b.pdf", [1])))], row: Row("Kim Le") with { IsDraft = true, IsLate = true })));

    [Fact]
    public void Inspect_bare_pdf_has_one_reason_that_tells_the_right_name_too()
    {
        var reason = Assert.Single(Inspect([("Le-1234567.pdf", "%PDF-1.7"u8.ToArray())], row: Row("Kim Le")).Reasons);

        Assert.Equal(ReasonCode.NotAZip, reason.Code);
        Assert.Contains("“Le-1234567.zip”", reason.Remedy.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_pdf_only_in_an_inner_zip_says_so() =>
        Assert.Contains("“report.zip”",
            Inspect([("Le-1234567.zip", Zip(("report.zip", Good)))]).Reasons.Single(r => r.Code == ReasonCode.NoPdf).Detail.English,
                StringComparison.Ordinal);

    [Fact]
    public void Inspect_same_pdf_name_twice_in_the_zip_is_several_pdfs() =>
        Assert.Equal(["several-pdfs"], Codes(Inspect([("Le-1234567.zip", Zip(("Le-1234567.pdf", [1]), ("Le-1234567.pdf", [2])))])));

    [Fact]
    public void Inspect_nothing_but_online_text_is_no_pdf()
    {
        using var source = HandInSource.Open(folder.WriteZip("x.zip", ("Kim Le_1_assignsubmission_onlinetext/onlinetext.html", [1])));

        var inspection = HandInInspector.Inspect(source, source.HandIns[0], Rubrics.DueJune8, null);
        Assert.Equal(["no-pdf"], Codes(inspection));
        Assert.Null(inspection.Uploaded);
    }

    [Fact]
    public void Inspect_other_file_beside_the_zip_is_ignored_and_named()
    {
        var inspection = Inspect([("Le-1234567.zip", Good), ("figures/plot.png", [1])]);

        Assert.NotNull(inspection.Pdf);
        Assert.Empty(inspection.Reasons);
        Assert.Equal(["figures/plot.png"], inspection.Ignored);
    }

    [Theory]
    [InlineData("figures/plot.pdf")]
    [InlineData("code.zip")]
    [InlineData("Le-1234567.7z")]
    public void Inspect_possible_report_beside_the_zip_is_graded_but_needs_a_person(string other)
    {
        var inspection = Inspect([("Le-1234567.zip", Good), (other, [1])]);

        Assert.NotNull(inspection.Pdf);
        Assert.Contains(other, Assert.Single(inspection.Reasons, r => r.Code == ReasonCode.DuplicateSubmission).Detail.English,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_two_acceptable_zips_picks_neither()
    {
        var inspection = Inspect([("a/Le-1234567.zip", Good), ("b/Le-1234567.zip", Good)]);

        Assert.Null(inspection.Pdf);
        Assert.Null(inspection.Uploaded);
        var reason = Assert.Single(inspection.Reasons);
        Assert.Equal(ReasonCode.DuplicateSubmission, reason.Code);
        Assert.Contains("“a/Le-1234567.zip”, “b/Le-1234567.zip”", reason.Detail.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_several_zips_none_rightly_named_names_them_all() =>
        Assert.Contains("“a.zip”, “b.zip”",
            Assert.Single(Inspect([("a.zip", Good), ("b.zip", Good)]).Reasons, r => r.Code == ReasonCode.ZipName).Detail.English,
                StringComparison.Ordinal);

    [Theory]
    [InlineData("zip-name", "Le_1234567.zip", "x.pdf")]
    [InlineData("pdf-name", "Le-1234567.zip", "x.pdf")]
    [InlineData("several-pdfs", "Le-1234567.zip", "Le-1234567.pdf|Le-1234567-draft.pdf")]
    [InlineData("identity-mismatch", "Roth-1234567.zip", "Roth-1234567.pdf")]
    public void Inspect_waived_rule_is_not_applied(string waived, string zip, string pdfs)
    {
        byte[] bytes = Zip([.. pdfs.Split('|').Select(p => (p, "%PDF-1"u8.ToArray()))]);

        Assert.Contains(waived, Codes(Inspect([(zip, bytes)], row: Row("Kim Le"))));
        var inspection = Inspect([(zip, bytes)], row: Row("Kim Le"), waived: waived);
        Assert.NotNull(inspection.Pdf);
        Assert.Empty(inspection.Reasons);
    }

    [Fact]
    public void Inspect_waived_not_a_zip_takes_the_bare_pdf()
    {
        Assert.Equal("%PDF-1.7"u8.ToArray(), Inspect([("Le-1234567.pdf", "%PDF-1.7"u8.ToArray())], waived: "not-a-zip").Pdf);
        Assert.Null(Inspect([("Le-1234567.rar", "Rar!"u8.ToArray())], waived: "not-a-zip").Pdf);
    }

    [Fact]
    public void Inspect_waived_several_pdfs_without_an_exact_name_still_picks_none() =>
        Assert.Null(Inspect([("Le-1234567.zip", Zip(("Le 1234567 a.pdf", [1]), ("Le 1234567 b.pdf", [1])))], waived: "several-pdfs").Pdf);

    [Fact]
    public void HandInChoice_waived_duplicate_takes_the_newest_unless_two_are()
    {
        static HandInFile At(string path, int hour) => new(path, 1, new DateTime(2026, 6, 1, hour, 0, 0));
        static HandInChoice Among(params HandInFile[] files) =>
            HandInChoice.Among(new HandIn { Key = "1", Files = files }, new(), anyName: false, newest: true);

        Assert.Equal("b/Le-12345.zip", Among(At("a/Le-12345.zip", 1), At("b/Le-12345.zip", 2)).File!.Path);
        Assert.Null(Among(At("a/Le-12345.zip", 2), At("b/Le-12345.zip", 2)).File);
    }

    [Fact]
    public void Inspect_unsafe_archive_cannot_be_waived() =>
        Assert.Null(Inspect([("Le-1234567.zip", HandIn("../Le-1234567.pdf"))], waived: "unsafe-archive").Pdf);

    [Fact]
    public void Inspect_rules_can_be_turned_off()
    {
        var rules = new HandInRules { RequireZipName = false, RequirePdfName = false, CompareIdentity = false };

        Assert.Empty(Inspect([("whatever.zip", HandIn("x.pdf"))], row: Row("Kim Le"), rules: rules).Reasons);
    }

    [Theory]
    [InlineData("Kim Le", null, null, false)]
    [InlineData("Jonas Müller", null, null, true)]
    [InlineData(null, "Jonas Müller", null, true)]
    [InlineData(null, "Participant", null, false)]
    [InlineData("Jonas Müller", "Team 1 AB", "Team_1 A/B", false)]
    [InlineData("Jonas Müller", "Team 1 AB-Jonas Müller", "Team_1 A/B", false)]
    [InlineData("Jonas Müller", "Jonas Müller", "", true)]
    public void Inspect_compares_the_surname_with_moodle_unless_hidden_or_a_group(string? fullName, string? exportName, string? group,
        bool isMismatch)
    {
        var row = fullName is null ? null : Row(fullName) with { Group = group };
        var inspection = Inspect([("Le-1234567.zip", Good)], row: row, exportName: exportName ?? "Kim Le");

        Assert.Equal(isMismatch ? ["identity-mismatch"] : [], Codes(inspection));
        Assert.NotNull(inspection.Pdf);
    }

    [Theory]
    [InlineData("2026-06-08 23:59", null, null, false, false)]
    [InlineData("2026-06-09 00:00", null, null, false, true)]
    [InlineData("2026-06-09 00:00", "2026-06-10 23:59", null, false, false)]
    [InlineData("2026-06-11 00:00", "2026-06-10 23:59", null, false, true)]
    [InlineData("2026-06-08 12:00", null, "2026-06-07 23:59", false, true)]
    [InlineData("2026-06-09 12:00", null, "2026-06-09 23:59", false, false)]
    [InlineData("2026-06-08 12:00", "2026-06-10 23:59", "2026-06-07 23:59", false, false)]
    [InlineData("2026-06-08 23:59", null, null, true, true)]
    [InlineData(null, null, null, false, false)]
    public void Inspect_lateness_by_extension_then_own_due_date_then_the_rubrics(string? submitted, string? extension, string? due,
        bool moodleSaysLate, bool isLate)
    {
        var row = Row("Kim Le") with
        {
            SubmittedAt = Date(submitted),
            ExtensionUntil = Date(extension),
            Due = Date(due),
            IsLate = moodleSaysLate
        };

        Assert.Equal(isLate ? ["late"] : [], Codes(Inspect([("Le-1234567.zip", Good)], row: row)));
    }

    [Fact]
    public void Lateness_by_entry_time_a_minute_begun_in_time_is_in_time()
    {
        Assert.Null(Lateness.Check(Rubrics.DueJune8, null, new DateTime(2026, 6, 8, 23, 59, 58)));
        Assert.NotNull(Lateness.Check(Rubrics.DueJune8, null, new DateTime(2026, 6, 9, 0, 0, 0)));
        Assert.Null(Lateness.Check(Rubrics.Due(null), null, new DateTime(2026, 6, 9, 0, 0, 0)));
    }

    [Fact]
    public void SharedNumbers_of_two_participants_are_found_but_not_within_a_group()
    {
        static HandInInspection Of(string? number) => new() { Matriculation = number, Reasons = [] };

        var shared = SharedNumbers.Find(
            [("1", null, Of("111111")), ("2", null, Of("111111")), ("3", "A", Of("222222")), ("4", "A", Of("222222")),
                ("5", null, Of(null)), ("6", null, Of(null))]);

        Assert.Equal(["1", "2"], shared.Keys.Order());
        Assert.Equal(["2"], shared["1"].OtherKeys);
        Assert.Equal(ReasonCode.DuplicateSubmission, shared["1"].Reason.Code);
    }

    private static DateTime? Date(string? text) =>
        text is null ? null : DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static WorksheetRow Row(string name) => new() { Identifier = "Participant 1", ParticipantNumber = "1", FullName = name };

    private static string[] Codes(HandInInspection inspection) => [.. inspection.Reasons.Select(r => r.Code.WireName())];

    private HandInInspection Inspect(
        (string Name, byte[] Content)[] files, WorksheetRow? row = null, string? waived = null, HandInRules? rules = null,
            string exportName = "Kim Le")
    {
        var name = row is null && exportName == "Kim Le" ? "Participant" : exportName;
        var path = folder.WriteZip("x.zip", [.. files.Select(f => ($"{name}_1_assignsubmission_file/{f.Name}", f.Content))]);
        using var source = HandInSource.Open(path);
        return HandInInspector.Inspect(source, Assert.Single(source.HandIns), Rubrics.Due(Rubrics.DueJune8.Due, rules), row,
            waived is null ? null : new HashSet<string> { waived });
    }
}
