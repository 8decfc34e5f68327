using System.Globalization;
using System.Text;
using AutoGrader.Documents.Intake;
using AutoGrader.Documents.Moodle;
using AutoGrader.Tests.Documents.Intake;
using FsCheck;
using FsCheck.Fluent;
using TestData = AutoGrader.Testing.TestData;

namespace AutoGrader.Tests.Documents.Moodle;

public sealed class GradingWorksheetTests : IDisposable
{
    private const string Header = "Identifier,\"Full name\",Status,Grade,\"Maximum grade\",\"Grade can be changed\",\"Last modified " +
        "(submission)\",\"Last modified (grade)\",\"Feedback comments\"";
    private static readonly DateTimeOffset Downloaded = new(2026, 11, 24, 14, 0, 0, TimeSpan.FromHours(2));
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Samples => MoodleTruth.Samples;

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_sample_worksheet_agrees_with_the_truth(string sample)
    {
        var truth = MoodleTruth.Read(sample);
        var worksheet = GradingWorksheet.Read(truth.PathOf("worksheet.csv"));

        Assert.Equal(truth.Students.Count, worksheet.Rows.Count);
        foreach (var student in truth.Students)
        {
            var row = worksheet.Rows.Single(r => r.ParticipantNumber == student.Participant);
            Assert.Equal(sample == "variants/blind" ? null : student.FullName, row.FullName);
            Assert.Equal(sample is "variants/blind" or "variants/drafts-noemail" ? null : student.Email, row.Email);
            Assert.Equal(student.Group, row.Group);
            Assert.Equal(student.Status is null or "new", row.IsNothingSubmitted);
            Assert.Equal(student.Status == "draft", row.IsDraft);
            Assert.Equal(student.Submitted is { } at ? at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute)) : null, row.SubmittedAt);
            Assert.Equal(sample == "variants/scale" ? null : 20m, row.MaximumGrade);
            Assert.True(row.CanBeChanged);
        }
    }

    [Theory]
    [InlineData(".", "2318411")]
    [InlineData("variants/german", "2318422")]
    [InlineData("variants/drafts-noemail", "2318474")]
    [InlineData("variants/workflow-onlinetext-multifile", "2318443")]
    public void Read_only_the_second_anna_schmidt_is_late(string sample, string participant) =>
        Assert.Equal([participant],
            GradingWorksheet.Read(TestData.Path("moodle", sample, "worksheet.csv")).Rows.Where(r => r.IsLate)
                .Select(r => r.ParticipantNumber));

    [Fact]
    public void Read_extension_is_found_in_the_status() =>
        Assert.Equal(new DateTime(2026, 11, 26, 23, 59, 0),
            GradingWorksheet.Read(TestData.Path("moodle", "variants", "drafts-noemail", "worksheet.csv"))
                .Rows.Single(r => r.ParticipantNumber == "2318470").ExtensionUntil);

    [Theory]
    [InlineData("Zur Bewertung abgegeben - Verlängertes Abgabeende bis: Donnerstag, 26. November 2026, 23:59 -  - ", false, false, false,
        true)]
    [InlineData("Entwurf (nicht abgegeben) -  - ", false, true, false, false)]
    [InlineData("Erneut geöffnet -  - ", false, true, false, false)]
    [InlineData("Reopened -  - ", false, true, false, false)]
    [InlineData("Keine Abgabe - Assignment is overdue by: 1 Tag 4 Stunden -  - ", true, false, false, false)]
    [InlineData("Neue Abgabe -  - ", true, false, false, false)]
    [InlineData("Zur Bewertung abgegeben - 8 Stunden 21 mins zu spät -  - ", false, false, true, false)]
    [InlineData("Submitted for grading - 4 hours 18 mins late - Submission changes not allowed - Graded -  - ", false, false, true, false)]
    [InlineData("Submitted for grading - Graded -  - ", false, false, false, false)]
    public void Status_in_english_and_german(string status, bool nothing, bool draft, bool late, bool extension)
    {
        var parsed = WorksheetStatus.Parse(status);

        Assert.Equal((nothing, draft, late, extension),
            (parsed.IsNothingSubmitted, parsed.IsDraft, parsed.IsLate, parsed.ExtensionUntil is not null));
    }

    [Theory]
    [InlineData("Tuesday, 24 November 2026, 4:10 AM", "2026-11-24 04:10")]
    [InlineData("Tuesday, 24 November 2026, 12:10 AM", "2026-11-24 00:10")]
    [InlineData("Tuesday, 24 November 2026, 12:10 PM", "2026-11-24 12:10")]
    [InlineData("Tuesday, 24 November 2026, 4:10\u202FPM", "2026-11-24 16:10")]
    [InlineData("Tuesday, November 24, 2026, 4:10 PM", "2026-11-24 16:10")]
    [InlineData("Dienstag, 24. November 2026, 04:10", "2026-11-24 04:10")]
    [InlineData("Samstag, 1. März 2026, 14:10", "2026-03-01 14:10")]
    [InlineData("Samstag, 1. Ma\u0308rz 2026, 14:10", "2026-03-01 14:10")]
    [InlineData("Samstag, 1. Jänner 2026, 14:10", "2026-01-01 14:10")]
    [InlineData("2026-11-24T14:00:00+02:00", "2026-11-24 14:00")]
    [InlineData("-", null)]
    [InlineData("", null)]
    [InlineData("mardi 24 frimaire 2026, 14:10", null)]
    [InlineData("31 February 2026, 4:10 AM", null)]
    public void Date_as_moodle_prints_it(string text, string? expected) =>
        Assert.Equal(expected, WorksheetDate.Find(text)?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    [Fact]
    public void Write_round_trip_says_what_the_running_moodle_took_and_gave_back()
    {
        // worksheet-filled.csv went through the running Moodle whole; ours must carry the same grades and comments.
        var filled = PhpCsv.Read(File.ReadAllBytes(TestData.Path("moodle", "roundtrip", "worksheet-filled.csv")));
        var entries = filled.Skip(1).Where(r => r[4].Length > 0).ToDictionary(
            r => r[0].Split(' ')[1],
            r => new WorksheetEntry(decimal.Parse(r[4], CultureInfo.InvariantCulture),
                [.. CommentHtml.Lines(CommentHtml.AsDownloaded(r[9])).Where(l => l.Length > 0)]));
        var sample = TestData.Path("moodle", "worksheet.csv");

        var bytes = Write(GradingWorksheet.Read(sample), entries);

        var rows = PhpCsv.Read(bytes);
        Assert.Equal(File.ReadAllLines(sample)[0], Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n')[0]);
        Assert.Equal(11, rows.Count);
        foreach (var (expected, actual) in filled.Skip(1).Where(r => r[4].Length > 0).Zip(rows.Skip(1)))
        {
            Assert.Equal(expected[..8], actual[..8]);
            Assert.Equal("2026-11-24T14:00:00+02:00", actual[8]);
            Assert.Equal(expected[9], actual[9]);
        }
    }

    [Fact]
    public void Write_what_moodle_already_has_writes_nothing()
    {
        var afterwards = GradingWorksheet.Read(TestData.Path("moodle", "roundtrip", "worksheet-downloaded-afterwards.csv"));
        var entries = afterwards.Rows.Where(r => r.Grade.Length > 0).ToDictionary(
            r => r.ParticipantNumber, r =>
                new WorksheetEntry(WorksheetNumber.Parse(r.Grade), [.. CommentHtml.Lines(r.Comment).Where(l => l.Length > 0)]));

        Assert.Equal(10, entries.Count);
        Assert.Single(PhpCsv.Read(Write(afterwards, entries)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Write_keeps_header_and_identifiers_byte_for_byte_and_only_changed_rows(string sample)
    {
        var path = MoodleTruth.Read(sample).PathOf("worksheet.csv");
        var worksheet = GradingWorksheet.Read(path);
        var chosen = worksheet.Rows[2];

        var lines = Encoding.UTF8.GetString(Write(worksheet, Entry(chosen.ParticipantNumber, 17.5m, "ok"))).Split('\n');

        Assert.Equal(3, lines.Length);
        Assert.Equal("", lines[2]);
        var original = File.ReadAllText(path).Split('\n');
        Assert.Equal(original[0], lines[0].TrimStart('\uFEFF'));
        var identifier = original.Single(l => l.Contains(chosen.Identifier, StringComparison.Ordinal)).Split(',')[0];
        Assert.StartsWith(identifier + ",", lines[1], StringComparison.Ordinal);
        Assert.Contains(sample == "variants/scale" ? "," : ",17.5,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",2026-11-24T14:00:00+02:00,<p>ok</p>", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_scale_gets_no_points_and_says_so()
    {
        var worksheet = GradingWorksheet.Read(TestData.Path("moodle", "variants", "scale", "worksheet.csv"));

        Assert.Contains(worksheet.Remarks, r => r.Contains("scale", StringComparison.Ordinal));
        Assert.Equal("", PhpCsv.Read(Write(worksheet, Entry("2318451", 17.5m, "ok")))[1][4]);
        Assert.Single(PhpCsv.Read(Write(worksheet, Entry("2318451", 17.5m))));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(20, "20")]
    [InlineData(17.5, "17.5")]
    [InlineData(0.25, "0.25")]
    [InlineData(7.50, "7.5")]
    public void Write_grade_has_a_point_and_no_more_digits_than_needed(decimal grade, string cell) =>
        Assert.Equal(cell, PhpCsv.Read(Write(Sheet("Participant 1"), Entry("1", grade)))[1][3]);

    [Fact]
    public void Write_grade_with_more_decimals_than_the_item_is_rounded_and_said()
    {
        var worksheet = ReadText($"{Header}\n\"Participant 1\",A,x,,20,Yes,-,-,\n");
        using var output = new MemoryStream();

        var remarks = worksheet.Write(output, Entry("1", 17.5m), Downloaded);

        Assert.Equal("18", PhpCsv.Read(output.ToArray())[1][3]);
        Assert.Contains("17.5 was rounded to 18", Assert.Single(remarks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20.5)]
    [InlineData(-0.5)]
    public void Write_grade_out_of_range_is_refused(decimal grade) =>
        Assert.Throws<ArgumentException>(() => Write(Sheet("Participant 1"), Entry("1", grade)));

    [Fact]
    public void Write_unknown_participant_is_refused() =>
        Assert.Throws<ArgumentException>(() => Write(Sheet("Participant 1"), Entry("2", 1)));

    [Fact]
    public void Write_warns_of_locked_grades_and_zeros()
    {
        var worksheet = ReadText($"{Header}\n\"Participant 1\",A,x,,20.00,No,-,-,\nTeilnehmer/in2,B,x,\"5,00\",\"20,00\",Nein,-,-,\n");
        using var output = new MemoryStream();

        var remarks = worksheet.Write(output, Entry("1", 0), Downloaded);

        Assert.Equal(2, worksheet.Rows.Count(r => !r.CanBeChanged));
        Assert.Contains(worksheet.Remarks, r => r.Contains("Locked", StringComparison.Ordinal));
        Assert.Contains(worksheet.Remarks, r => r.Contains("have a grade", StringComparison.Ordinal));
        Assert.Contains(remarks, r => r.Contains("drop these grades", StringComparison.Ordinal));
        Assert.Contains(remarks, r => r.Contains("5.2", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_without_any_comment_leaves_the_comments_column_out()
    {
        var lines = Encoding.UTF8.GetString(Write(Sheet("Participant 1", comment: "keep me"), Entry("1", 3))).Split('\n');

        Assert.Equal(Header[..Header.LastIndexOf(',')], lines[0].TrimStart('\uFEFF'));
        Assert.EndsWith(",2026-11-24T14:00:00+02:00", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_row_without_comment_among_others_keeps_the_stored_one()
    {
        var worksheet = ReadText(
            $"{Header}\n\"Participant 1\",A,x,,20.00,Yes,-,-,\"first   second   \"\n\"Participant 2\",B,x,,20.00,Yes,-,-,\n");
        var entries = new Dictionary<string, WorksheetEntry> { ["1"] = new(3, null), ["2"] = new(4, ["new"]) };

        Assert.Equal("<p>first</p><p>second</p>", PhpCsv.Read(Write(worksheet, entries))[1][8]);
    }

    [Fact]
    public void Write_no_comments_column_means_no_comments()
    {
        var worksheet = ReadText("Identifier,Grade,\"Last modified (grade)\"\n\"Participant 1\",,-\n");

        Assert.Equal(["Participant 1", "3", "2026-11-24T14:00:00+02:00"], PhpCsv.Read(Write(worksheet, Entry("1", 3, "lost")))[1]);
        Assert.Contains(worksheet.Remarks, r => r.Contains("no column for comments", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_foreign_cells_with_the_backslash_trap_cannot_swallow_the_next_row()
    {
        var worksheet = ReadText(
            "Identifier,\"Online text\",Grade,\"Last modified (grade)\"\n" +
            "\"Participant 1\",\"ends in \\\",,-\n\"Participant 2\",\"a \\\"\" b, c\",,-\n\"Participant 3\",fine,,-\n");
        var entries = new Dictionary<string, WorksheetEntry> { ["1"] = new(1, null), ["2"] = new(2, null), ["3"] = new(3, null) };

        var rows = PhpCsv.Read(Write(worksheet, entries));

        Assert.Equal(["Participant 1", "Participant 2", "Participant 3"], rows.Skip(1).Select(r => r[0]));
        Assert.Equal(["1", "2", "3"], rows.Skip(1).Select(r => r[2]));
    }

    [Fact]
    public void Write_any_comment_comes_out_of_moodles_reader_as_it_went_in() =>
        Prop.ForAll(Comments().ToArbitrary(), comments =>
        {
            var worksheet = Sheet([.. comments.Select((_, i) => $"Participant {i + 1}")]);
            var entries = comments.Select((c, i) => (c, i))
                .ToDictionary(p => (p.i + 1).ToString(CultureInfo.InvariantCulture), p => new WorksheetEntry(p.i % 21, p.c));
            var rows = PhpCsv.Read(Write(worksheet, entries));
            return rows.Count == comments.Count + 1 && comments.Select((c, i) => (c, i)).All(p =>
                rows[p.i + 1].Length == 9 && rows[p.i + 1][0] == $"Participant {p.i + 1}" &&
                rows[p.i + 1][3] == (p.i % 21).ToString(CultureInfo.InvariantCulture) &&
                CommentHtml.AsDownloaded(rows[p.i + 1][8]) == string.Concat(p.c.Select(l => l.Trim()).Where(l => l.Length > 0)
                    .Select(l => l + "   ")));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(";", "utf-8")]
    [InlineData("\t", "utf-16")]
    [InlineData("\t", "utf-16BE")]
    [InlineData(",", "utf-8")]
    public void Read_what_a_spreadsheet_program_saved_is_read_and_written_back_for_moodle(string delimiter, string encoding)
    {
        var text = $"Identifier,Full name,Grade,Maximum grade,Last modified (grade)\r\nParticipant 1,Jürgen Müller,,20,-\r\n".Replace(",",
            delimiter);
        var worksheet = GradingWorksheet.Read(
            folder.Write("w.csv", [.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(text)]));

        Assert.Equal("Jürgen Müller", Assert.Single(worksheet.Rows).FullName);
        Assert.Equal(delimiter != ",", worksheet.Remarks.Any(r => r.Contains("spreadsheet", StringComparison.Ordinal)));
        var written = Encoding.UTF8.GetString(Write(worksheet, Entry("1", 3)));
        Assert.Equal("\uFEFF" +
            (delimiter == "," ? text.Split('\r')[0] : "Identifier,\"Full name\",Grade,\"Maximum grade\",\"Last modified (grade)\"") +
            "\r\n\"Participant 1\",\"Jürgen Müller\",3,20,2026-11-24T14:00:00+02:00\r\n", written);
    }

    [Fact]
    public void Read_windows_code_page_is_read_with_a_warning()
    {
        var worksheet = GradingWorksheet.Read(
            folder.Write("w.csv",
                Encoding.Latin1.GetBytes(
                    "ID;Vollständiger Name;Bewertung;Zuletzt geändert (Bewertung)\r\nTeilnehmer/in7;Jürgen Müller;;-\r\n")));

        Assert.Equal(("7", "Jürgen Müller"), (worksheet.Rows[0].ParticipantNumber, worksheet.Rows[0].FullName));
        Assert.Contains(worksheet.Remarks, r => r.Contains("UTF-8", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a,b,c\n1,2,3\n", "Identifier")]
    [InlineData("Identifier,Grade\n1,2\n", "Last modified (grade)")]
    [InlineData("PK\u0003\u0004", "spreadsheet document")]
    [InlineData("Identifier,Grade,\"Last modified (grade)\"\n\"Participant 1\",,-,too,many\n", "cells")]
    public void Read_no_worksheet_says_what_is_missing(string text, string words) =>
        Assert.Contains(words, Assert.Throws<UnusableInputException>(() => ReadText(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_missing_file_is_unusable() =>
        Assert.Throws<UnusableInputException>(() => GradingWorksheet.Read(Path.Combine(folder.Path, "none.csv")));

    [Fact]
    public void Read_total_row_and_twice_listed_participant_are_remarked_on()
    {
        var worksheet = ReadText("Identifier,Grade,\"Last modified (grade)\"\n\"Participant 1\",,-\n\"Participant 1\",,-\nAverage,12,-\n");

        Assert.Equal(2, worksheet.Rows.Count);
        Assert.Contains(worksheet.Remarks, r => r.Contains("Average", StringComparison.Ordinal));
        Assert.Contains(worksheet.Remarks, r => r.Contains("2 rows", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_anonymous_names_that_the_downloader_may_see_are_taken_from_the_brackets() =>
        Assert.Equal(
            "Jane Doe",
            ReadText("Identifier,\"Full name\",Grade,\"Last modified (grade)\"\n\"Participant 12\",\"Participant 12 (Jane Doe)\",,-\n")
                .Rows[0].FullName);

    [Fact]
    public void Match_team_sample_gives_every_member_of_the_group()
    {
        var truth = MoodleTruth.Read("variants/team");
        var worksheet = GradingWorksheet.Read(truth.PathOf("worksheet.csv"));
        using var source = HandInSource.Open(truth.PathOf("submissions-flat.zip"));

        Assert.Equal(5, source.HandIns.Count);
        foreach (var match in source.HandIns.Select(worksheet.Match))
        {
            Assert.True(match.HandIn.IsGroup);
            Assert.Equal(
                truth.Students.Where(s => s.GroupId == match.HandIn.ParticipantNumber).Select(s => s.Participant).Order(),
                match.Rows.Select(r => r.ParticipantNumber).Order());
        }
    }

    [Fact]
    public void Match_group_number_that_is_by_chance_a_participants_is_not_taken_for_one()
    {
        var worksheet = ReadText(
            "Identifier,\"Full name\",Group,Grade,\"Last modified (grade)\"\n\"Participant 11\",\"Anna " +
            "Schmidt\",Blue,,-\n\"Participant 12\",\"Jonas Müller\",\"Team_1 A\",,-\n\"Participant 13\",\"Eva Roth\",\"Team 1 A\",,-\n");

        Assert.Empty(worksheet.Match(Hand("Red", "11")).Rows);
        Assert.Equal("11", Assert.Single(worksheet.Match(Hand("Blue", "999")).Rows).ParticipantNumber);
        Assert.Equal("11", Assert.Single(worksheet.Match(Hand("Blue-Anna Schmidt", "11")).Rows).ParticipantNumber);
        var ambiguous = worksheet.Match(Hand("Team 1 A", "30"));
        Assert.Empty(ambiguous.Rows);
        Assert.NotNull(ambiguous.Remark);
    }

    private static HandIn Hand(string name, string number) => new() { Key = number, ParticipantNumber = number, Name = name, Files = [] };

    private static Gen<List<string[]>> Comments() =>
        from comments in Gen.ListOf(Gen.ArrayOf(Line())).Resize(8)
        select comments.Select(c => c.ToArray()).ToList();

    /// <summary>Lines of the signs that break CSV and HTML, without runs of blanks, which Moodle takes for ends of lines.</summary>
    private static Gen<string> Line() =>
        from parts in Gen.ListOf(
            Gen.Elements("\\", "\"", "\"\"", "\\\"", ",", ";", "<b>", "&amp;", "&", "x", "ü", "=1", "'", "\\frac{1}{2}", "`", "😀", "王",
                "</p>", "-"))
        select string.Concat(parts);

    private GradingWorksheet ReadText(string text) => GradingWorksheet.Read(folder.Write("w.csv", Encoding.UTF8.GetBytes(text)));

    private GradingWorksheet Sheet(string identifier, string comment = "") =>
        ReadText($"{Header}\n\"{identifier}\",A,x,,20.00,Yes,-,-,\"{comment}\"\n");

    private GradingWorksheet Sheet(string[] identifiers) =>
        ReadText($"{Header}\n{string.Concat(identifiers.Select(i => $"\"{i}\",A,x,,20.00,Yes,-,-,\n"))}");

    private static Dictionary<string, WorksheetEntry> Entry(string number, decimal? grade, params string[] lines) =>
        new() { [number] = new(grade, lines.Length == 0 ? null : lines) };

    private static byte[] Write(GradingWorksheet worksheet, IReadOnlyDictionary<string, WorksheetEntry> entries)
    {
        using var output = new MemoryStream();
        worksheet.Write(output, entries, Downloaded);
        return output.ToArray();
    }
}
