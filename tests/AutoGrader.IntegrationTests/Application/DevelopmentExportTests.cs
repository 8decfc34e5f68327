using System.Text.Json;
using AutoGrader.Documents.Moodle;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>The development export: a real Moodle 4.5 wrote it for 30 students, 14 rule-breakers and one who handed in nothing.</summary>
public sealed class DevelopmentExportTests(DevelopmentExport export)
{
    private static readonly HashSet<string> Broken =
        ["zip-name", "pdf-name", "no-pdf", "several-pdfs", "not-a-zip", "damaged-zip", "unsafe-archive"];

    public static TheoryData<string> Participants =>
        [.. DevelopmentExport.Expected.Where(e => e["verdict"] != "no_submission").Select(e => e["participant"])];

    [Fact]
    public void All_45_participants_are_accounted_for()
    {
        var result = export.Result;
        Assert.Equal(44, result.Submissions);
        Assert.Equal(1, result.NoSubmission);
        Assert.Equal(0, result.Pending);
        Assert.False(result.Interrupted);
        Assert.Equal(44, export.Assessments.GetArrayLength());
        Assert.Equal(
            DevelopmentExport.Expected.Select(e => e["participant"]).Order(StringComparer.Ordinal),
            DevelopmentExport.ReadTable(Path.Combine(export.Out, "grades.csv")).Select(r => r["participant"])
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Participants))]
    public void Verdict_reason_and_lateness_are_as_expected(string participant)
    {
        var expected = DevelopmentExport.Expected.Single(e => e["participant"] == participant);
        var actual = export.Assessments.EnumerateArray().Single(a => a.GetProperty("participant").GetString() == participant);
        var reasons = actual.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()!).ToList();
        var status = actual.GetProperty("status").GetString();
        Assert.Equal(expected["uploaded"], actual.GetProperty("uploaded").GetString());
        Assert.Equal(expected["name"], actual.GetProperty("name").GetString());
        Assert.Equal(expected["late"] == "late", reasons.Contains("late"));
        if (expected["reason"].Length > 0)
            Assert.Contains(expected["reason"], reasons);
        if (expected["verdict"] == "not_graded")
        {
            Assert.Equal("not_graded", status);
            Assert.Equal(JsonValueKind.Null, actual.GetProperty("points").ValueKind);
            return;
        }
        Assert.DoesNotContain(reasons, Broken.Contains);
        // "graded" of the corpus means: not refused. Whether the machine is sure of every criterion is another question.
        if (expected["verdict"] == "needs_review")
            Assert.Equal("needs_review", status);
        else
            Assert.Contains(status, new[] { "graded", "needs_review" });
    }

    [Fact]
    public void What_could_not_be_read_has_no_points_rather_than_zero()
    {
        foreach (var actual in export.Assessments.EnumerateArray())
        {
            var reasons = actual.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()).ToList();
            if (reasons.Contains("no-text-layer") || reasons.Contains("unreadable-pdf"))
                Assert.Equal(JsonValueKind.Null, actual.GetProperty("points").ValueKind);
        }
    }

    [Fact]
    public async Task Grading_again_reuses_everything_and_writes_the_same_bytes()
    {
        var before = Installation.Snapshot(export.Out);
        var directory = export.Out + "-again";
        var again = await export.AgainAsync(directory);
        Assert.Equal(44, again.Reused);
        Assert.Equal(before, Installation.Snapshot(directory));
    }

    [Fact]
    public async Task Another_installation_with_four_workers_writes_the_same_bytes()
    {
        using var other = new Installation();
        await DevelopmentExport.GradeAsync(other, other.Out(), parallel: 4);
        Assert.Equal(Installation.Snapshot(export.Out), Installation.Snapshot(other.Out()));
    }

    [Fact]
    public void The_worksheet_holds_decided_grades_and_reasons_only()
    {
        var filled = GradingWorksheet.Read(Path.Combine(export.Out, "worksheet.csv"));
        var statuses = export.Assessments.EnumerateArray().ToDictionary(a => a.GetProperty("participant").GetString()!, a => a);
        Assert.Equal(
            statuses.Values.Count(a => a.GetProperty("status").GetString() is "graded" or "not_graded"),
            filled.Rows.Count);
        foreach (var row in filled.Rows)
        {
            var assessment = statuses[row.ParticipantNumber];
            if (assessment.GetProperty("status").GetString() == "graded")
                Assert.Equal(assessment.GetProperty("points").GetDecimal(),
                    decimal.Parse(row.Grade, System.Globalization.CultureInfo.InvariantCulture));
            else
                Assert.Equal("", row.Grade);
            Assert.NotEqual("", row.Comment);
        }
    }

    [Fact]
    public void Every_submission_has_its_feedback_under_its_own_name()
    {
        var files = Directory.GetFiles(Path.Combine(export.Out, "feedback"), "*.pdf");
        Assert.Equal(44, files.Length);
        foreach (var participant in DevelopmentExport.Expected.Where(e => e["verdict"] != "no_submission").Select(e => e["participant"]))
            Assert.Single(files, f => f.EndsWith($"_{participant}.pdf", StringComparison.Ordinal));
        using var archive = System.IO.Compression.ZipFile.OpenRead(Path.Combine(export.Out, "feedback.zip"));
        Assert.Equal(44, archive.Entries.Count);
        Assert.All(archive.Entries, e => Assert.Matches("^[^_/]+_[0-9]+_assignfeedback_file/feedback-ivu-sheet-05.pdf$", e.FullName));
    }

    [Fact]
    public void Everything_that_needs_a_person_is_in_the_review_file()
    {
        var rows = DevelopmentExport.ReadTable(Path.Combine(export.Out, "review.csv")).ToLookup(r => r["participant"]);
        foreach (var assessment in export.Assessments.EnumerateArray())
        {
            var listed = rows[assessment.GetProperty("participant").GetString()!].Select(r => r["criterion"]).ToHashSet();
            if (assessment.GetProperty("status").GetString() == "graded")
                Assert.Empty(listed);
            else
                Assert.NotEmpty(listed);
            foreach (var criterion in assessment.GetProperty("questions").EnumerateArray()
                .SelectMany(q => q.GetProperty("criteria").EnumerateArray()))
                if (criterion.GetProperty("needsReview").GetBoolean())
                    Assert.Contains(criterion.GetProperty("id").GetString()!, listed);
        }
    }
}
