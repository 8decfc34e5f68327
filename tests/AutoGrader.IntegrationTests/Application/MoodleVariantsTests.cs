using AutoGrader.Application.Grading;
using AutoGrader.Documents.Moodle;
using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>Exports of a real Moodle 4.5.6 in their variants, from tests/Data/moodle.</summary>
public sealed class MoodleVariantsTests : IDisposable
{
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task A_teams_hand_in_goes_to_the_row_of_every_member()
    {
        var result = await GradeAsync("variants", "team");
        var sheet = GradingWorksheet.Read(TestData.Path("moodle", "variants", "team", "worksheet.csv"));
        var members = sheet.Rows.Where(r => !r.IsNothingSubmitted).Select(r => r.ParticipantNumber).ToHashSet();
        Assert.True(members.Count > result.Submissions);
        var grades = DevelopmentExport.ReadTable(Path.Combine(_installation.Out(), "grades.csv"));
        Assert.Equal(sheet.Rows.Select(r => r.ParticipantNumber).Order(), grades.Select(r => r["participant"]).Order());
        Assert.Equal(members.Order(), grades.Where(r => r["status"] != "no_submission").Select(r => r["participant"]).Order());
        // Dummy hand-ins: whatever is refused is told to all members alike.
        var filled = GradingWorksheet.Read(Path.Combine(_installation.Out(), "worksheet.csv"));
        Assert.All(filled.Rows.GroupBy(r => r.Group), team => Assert.Single(team.Select(r => r.Comment).Distinct()));
    }

    [Theory]
    [InlineData("variants", "german")]
    [InlineData("variants", "blind")]
    [InlineData("variants", "scale")]
    [InlineData("variants", "workflow-onlinetext-multifile")]
    [InlineData("variants", "drafts-noemail")]
    [InlineData("variants", "hard-filenames")]
    [InlineData("variants", "team")]
    [InlineData(".", ".")]
    public async Task Every_participant_of_every_variant_is_accounted_for(string folder, string variant)
    {
        var result = await GradeAsync(folder, variant);
        var sheet = GradingWorksheet.Read(TestData.Path("moodle", folder, variant, "worksheet.csv"));
        var grades = DevelopmentExport.ReadTable(Path.Combine(_installation.Out(), "grades.csv"));
        Assert.Equal(0, result.Pending);
        Assert.Equal(sheet.Rows.Select(r => r.ParticipantNumber).Order(), grades.Select(r => r["participant"]).Order());
        Assert.True(File.Exists(Path.Combine(_installation.Out(), "summary.pdf")));
    }

    [Fact]
    public async Task Where_moodle_grades_by_a_scale_or_another_maximum_no_grade_is_written()
    {
        await GradeAsync("variants", "scale");
        Assert.All(GradingWorksheet.Read(Path.Combine(_installation.Out(), "worksheet.csv")).Rows, r => Assert.Equal("", r.Grade));
    }

    private Task<GradeResult> GradeAsync(string folder, string variant) => _installation.GradeAsync(r => r with
    {
        InputPath = TestData.Path("moodle", folder, variant, "submissions-folders.zip"),
        WorksheetPath = TestData.Path("moodle", folder, variant, "worksheet.csv"),
        IncludeSuggestions = true,
    });
}
