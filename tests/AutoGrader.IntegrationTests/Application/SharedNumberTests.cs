using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>Two participants who hand in under the same matriculation number.</summary>
public sealed class SharedNumberTests : IDisposable
{
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task Both_need_review_whichever_was_first_and_neither_learns_of_the_other()
    {
        var export = Path.Combine(_installation.Folder, "export");
        var file = TestData.Path("corpus", "intake", "files", "i04", "Krüger-11000004.zip");
        Add(export, "Timo Krüger_101_assignsubmission_file", file);
        var alone = await GradeAsync(export);
        Assert.Equal(1, alone.Submissions);
        Assert.DoesNotContain("duplicate-submission", ReasonsOf("101"));

        Add(export, "Tina Krüger_102_assignsubmission_file", file);
        var both = await GradeAsync(export);
        Assert.Equal(2, both.NeedsReview);
        foreach (var participant in new[] { "101", "102" })
            Assert.Contains("duplicate-submission", ReasonsOf(participant));
        Assert.Contains(both.Remarks, r => r.Contains("101 and 102 carry the same matriculation number", StringComparison.Ordinal));

        Directory.Delete(Path.Combine(export, "Tina Krüger_102_assignsubmission_file"), recursive: true);
        await GradeAsync(export);
        Assert.DoesNotContain("duplicate-submission", ReasonsOf("101"));
    }

    private Task<AutoGrader.Application.Grading.GradeResult> GradeAsync(string export) =>
        _installation.GradeAsync(r => r with { InputPath = export, WorksheetPath = null });

    private string ReasonsOf(string participant) =>
        DevelopmentExport.ReadTable(Path.Combine(_installation.Out(), "grades.csv"))
            .Single(r => r["participant"] == participant)["reasons"];

    private static void Add(string export, string folder, string file)
    {
        var directory = Directory.CreateDirectory(Path.Combine(export, folder)).FullName;
        File.Copy(file, Path.Combine(directory, Path.GetFileName(file)));
    }
}
