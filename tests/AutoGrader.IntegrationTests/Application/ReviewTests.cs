using System.Text.Json;
using AutoGrader.Documents.Intake;
using AutoGrader.Documents.Moodle;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>People's decisions: out as <c>review.csv</c>, filled in, back in. On the samples.</summary>
public sealed class ReviewTests : IAsyncLifetime
{
    private readonly Installation _installation = new();

    private string Filled => Path.Combine(_installation.Folder, "filled.csv");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _installation.GradeAsync();

    public ValueTask DisposeAsync()
    {
        _installation.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Deciding_every_row_grades_every_submission_and_fills_the_worksheet()
    {
        // Rules that forbid grading stay broken here: a report that is let in brings criteria of its own to decide.
        var refused = Statuses().Where(s => s.Value == "not_graded").Select(s => s.Key).ToHashSet();
        await FillAsync(row =>
            refused.Contains(row["participant"]) ? "" : row["question"] == "hand-in" ? "waive" : row["suggestion"].Length > 0
                ? row["suggestion"] : "0.5");
        var result = await _installation.GradeAsync(r => r with { OverridesPath = Filled });

        Assert.DoesNotContain(result.Remarks, r => r.StartsWith("Line", StringComparison.Ordinal));
        Assert.Equal(0, result.NeedsReview);
        Assert.All(Statuses(), s => Assert.Equal(refused.Contains(s.Key) ? "not_graded" : "graded", s.Value));
        var filled = GradingWorksheet.Read(Path.Combine(_installation.Out(), "worksheet.csv"));
        Assert.Equal(Statuses().Keys.Order(), filled.Rows.Select(r => r.ParticipantNumber).Order());
        Assert.All(filled.Rows, r => Assert.Equal(refused.Contains(r.ParticipantNumber), r.Grade.Length == 0));
    }

    [Fact]
    public async Task A_decision_takes_the_place_of_the_machines_points_and_keeps_them_on_record()
    {
        var row = Rows().First(r => r["question"] != "hand-in" && r["suggestion"] == "0.0");
        await FillAsync(r => Same(r, row) ? r["maximum"].Replace('.', ',') : "");
        await _installation.GradeAsync(r => r with { OverridesPath = Filled });

        var criterion = CriterionOf(row);
        Assert.Equal(decimal.Parse(row["maximum"], System.Globalization.CultureInfo.InvariantCulture), criterion.GetProperty("points")
            .GetDecimal());
        Assert.False(criterion.GetProperty("needsReview").GetBoolean());
        Assert.Equal("full", criterion.GetProperty("verdict").GetString());
        await using var context = await _installation.OpenAsync();
        var score = await context.Scores.SingleAsync(s => s.Override != null, Cancel);
        Assert.Equal("Tutor", score.Override!.By);
        Assert.Equal(0, score.Override.MachinePoints.HalfPoints);
        Assert.Equal(1, await context.Audit.CountAsync(a => a.Action == "override.set", Cancel));
    }

    [Fact]
    public async Task A_decision_stays_in_force_without_the_file_and_handing_it_in_again_changes_nothing()
    {
        await FillAsync(r => r["question"] != "hand-in" ? r["maximum"] : "");
        await _installation.GradeAsync(r => r with { OverridesPath = Filled });
        var decided = Installation.Snapshot(_installation.Out());

        Assert.Equal(12, (await _installation.GradeAsync()).Reused);
        Assert.Equal(decided, Installation.Snapshot(_installation.Out()));
        Assert.Equal(12, (await _installation.GradeAsync(r => r with { OverridesPath = Filled })).Reused);
        Assert.Equal(decided, Installation.Snapshot(_installation.Out()));
    }

    [Fact]
    public async Task A_review_file_filled_in_where_it_lies_is_never_overwritten()
    {
        var review = Path.Combine(_installation.Out(), "review.csv");
        await FillAsync(r => r["question"] != "hand-in" ? r["maximum"] : "");
        File.Copy(Filled, review, overwrite: true);

        var result = await _installation.GradeAsync();

        var kept = Path.Combine(_installation.Out(), "review-filled-1.csv");
        Assert.Equal(await File.ReadAllBytesAsync(Filled, Cancel), await File.ReadAllBytesAsync(kept, Cancel));
        Assert.Contains(result.Remarks, r => r.Contains("review-filled-1.csv", StringComparison.Ordinal));
        Assert.All(Rows(), r => Assert.Equal("", r["points"]));
    }

    [Fact]
    public async Task A_review_file_taken_in_from_where_it_lies_is_kept_without_a_word()
    {
        var review = Path.Combine(_installation.Out(), "review.csv");
        await FillAsync(r => r["question"] != "hand-in" ? r["maximum"] : "");
        File.Copy(Filled, review, overwrite: true);

        var result = await _installation.GradeAsync(r => r with { OverridesPath = review });

        Assert.True(File.Exists(Path.Combine(_installation.Out(), "review-filled-1.csv")));
        Assert.DoesNotContain(result.Remarks, r => r.Contains("review-filled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Decisions_give_the_same_bytes_on_a_fresh_installation()
    {
        await FillAsync(r => r["question"] != "hand-in" ? r["maximum"] : "waive");
        await _installation.GradeAsync(r => r with { OverridesPath = Filled });
        using var fresh = new Installation();
        await fresh.GradeAsync(r => r with { OverridesPath = Filled });
        Assert.Equal(Installation.Snapshot(_installation.Out()), Installation.Snapshot(fresh.Out()));
    }

    [Fact]
    public async Task A_waived_name_is_graded()
    {
        var row = Rows().First(r => r["criterion"] == "zip-name");
        await FillAsync(r => Same(r, row) ? "waive" : "");
        await _installation.GradeAsync(r => r with { OverridesPath = Filled });
        var assessment = AssessmentOf(row["participant"]);
        Assert.Equal(JsonValueKind.Number, assessment.GetProperty("points").ValueKind);
        Assert.DoesNotContain(assessment.GetProperty("reasons").EnumerateArray(), r => r.GetString() == "zip-name");
    }

    [Theory]
    [InlineData("{p},9.9z,1,why,me", "no criterion '9.9z'")]
    [InlineData("{p},{c},1.25,why,me", "no number of half-points")]
    [InlineData("{p},{c},-1,why,me", "no number of half-points")]
    [InlineData("{p},{c},99,why,me", "more than")]
    [InlineData("{p},{c},{max},,me", "need a reason")]
    [InlineData("{p},zip-name,1,why,me", "write 'waive'")]
    [InlineData("{p},zip-name,waive,,me", "only with a reason")]
    [InlineData("123,{c},1,why,me", "no hand-in of participant '123'")]
    public async Task A_row_that_cannot_be_meant_is_refused_with_its_line_and_changes_nothing(string line, string complaint)
    {
        var row = Rows().First(r => r["question"] != "hand-in" && r["suggestion"] == "0.0");
        var before = Installation.Snapshot(_installation.Out());
        await File.WriteAllTextAsync(
            Filled,
            "participant,criterion,points,reason,by\n" + line.Replace("{p}", row["participant"]).Replace("{c}", row["criterion"])
                .Replace("{max}", row["maximum"]) + "\n",
            Cancel);
        var result = await _installation.GradeAsync(r => r with { OverridesPath = Filled });
        Assert.Contains(result.Remarks, r => r.StartsWith("Line 2: ", StringComparison.Ordinal)
            && r.Contains(complaint, StringComparison.Ordinal));
        Assert.Equal(before, Installation.Snapshot(_installation.Out()));
    }

    [Fact]
    public async Task Decisions_on_files_that_were_replaced_since_are_refused()
    {
        var row = Rows().First(r => r["question"] != "hand-in");
        await FillAsync(r => Same(r, row) ? r["maximum"] : "", row => row["version"] = "v-000000000000");
        var result = await _installation.GradeAsync(r => r with { OverridesPath = Filled });
        Assert.Contains(result.Remarks, r => r.Contains("other files were handed in since", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Contradicting_rows_are_refused()
    {
        var row = Rows().First(r => r["question"] != "hand-in");
        var (p, c) = (row["participant"], row["criterion"]);
        await File.WriteAllTextAsync(Filled, $"participant,criterion,points,reason,by\n{p},{c},0,why,A\n{p},{c},0.5,why,B\n", Cancel);
        var result = await _installation.GradeAsync(r => r with { OverridesPath = Filled });
        Assert.Contains(result.Remarks, r => r.StartsWith("Lines 2, 3", StringComparison.Ordinal));
        await using var context = await _installation.OpenAsync();
        Assert.Empty(await context.Overrides.ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_file_that_went_through_a_german_spreadsheet_is_read()
    {
        var row = Rows().First(r => r["question"] != "hand-in");
        // Semicolons, decimal comma, Windows code page.
        await File.WriteAllBytesAsync(
            Filled,
            System.Text.Encoding.Latin1.GetBytes(
                $"participant;criterion;points;reason;by\r\n{row["participant"]};{row["criterion"]};0,5;für die Mühe;Müller\r\n"),
            Cancel);
        await _installation.GradeAsync(r => r with { OverridesPath = Filled });
        await using var context = await _installation.OpenAsync();
        var decision = await context.Overrides.SingleAsync(Cancel);
        Assert.Equal(("für die Mühe", "Müller", 1), (decision.Reason, decision.By, decision.Points!.Value.HalfPoints));
    }

    [Fact]
    public async Task A_file_without_the_needed_columns_is_no_file_of_decisions()
    {
        await File.WriteAllTextAsync(Filled, "a,b\n1,2\n", Cancel);
        var fault = await Assert.ThrowsAsync<UnusableInputException>(
            () => _installation.GradeAsync(r => r with { OverridesPath = Filled }));
        Assert.Contains("participant, criterion, points", fault.Message, StringComparison.Ordinal);
    }

    private static bool Same(Dictionary<string, string> left, Dictionary<string, string> right) =>
        left["participant"] == right["participant"] && left["criterion"] == right["criterion"];

    private List<Dictionary<string, string>> Rows() => DevelopmentExport.ReadTable(Path.Combine(_installation.Out(), "review.csv"));

    private async Task FillAsync(Func<Dictionary<string, string>, string> points, Action<Dictionary<string, string>>? change = null)
    {
        await using var writer = new StreamWriter(Filled);
        await using var csv = new CsvHelper.CsvWriter(writer, System.Globalization.CultureInfo.InvariantCulture);
        var rows = Rows();
        foreach (var name in rows[0].Keys)
            csv.WriteField(name);
        foreach (var row in rows)
        {
            await csv.NextRecordAsync();
            row["points"] = points(row);
            row["reason"] = "as discussed";
            row["by"] = "Tutor";
            change?.Invoke(row);
            foreach (var cell in row.Values)
                csv.WriteField(cell);
        }
    }

    private List<JsonElement> Assessments() =>
        [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_installation.Out(), "assessments.json"))).RootElement.EnumerateArray()];

    private Dictionary<string, string> Statuses() =>
        Assessments().ToDictionary(
            a => a.GetProperty("participant").GetString()!, a => a.GetProperty("status").GetString()!, StringComparer.Ordinal);

    private JsonElement AssessmentOf(string participant) => Assessments()
        .Single(a => a.GetProperty("participant").GetString() == participant);

    private JsonElement CriterionOf(Dictionary<string, string> row) =>
        Criteria(AssessmentOf(row["participant"])).Single(c => c.GetProperty("id").GetString() == row["criterion"]);

    private static IEnumerable<JsonElement> Criteria(JsonElement assessment) =>
        assessment.GetProperty("questions").EnumerateArray().SelectMany(q => q.GetProperty("criteria").EnumerateArray());
}
