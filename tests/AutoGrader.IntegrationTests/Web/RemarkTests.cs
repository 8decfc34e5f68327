using System.Net;
using System.Text.RegularExpressions;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Rubrics;
using AutoGrader.IntegrationTests.Application.Remarking;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>What another version of the rubric would change, in the browser.</summary>
public sealed partial class RemarkTests(GradedCourse graded) : IClassFixture<GradedCourse>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instructor_sees_who_would_change_and_why()
    {
        var rubric = await ImportAsync(ChangedRubric.With("- dimension* | size | shape | space + different", "- dimension* + different"));
        var stricter = await ImportAsync(ChangedRubric.StricterReview);

        var page = await graded.Course.Browser.GetAsync(graded.Course.Assignment + "/remark");
        Assert.Contains(rubric[..8], page.Text, StringComparison.Ordinal);
        var effect = await graded.Course.Browser.GetAsync($"{graded.Course.Assignment}/remark?rubric={stricter}");
        var (criterion, count) = Filter().Matches(effect.Text).Select(m => (m.Groups[1].Value, int.Parse(m.Groups[2].Value, null)))
            .MinBy(f => f.Item2);
        var filtered = await graded.Course.Browser.GetAsync($"{graded.Course.Assignment}/remark?rubric={stricter}&criterion={criterion}");

        Assert.Contains("The sheet was changed (review-below).", effect.Text, StringComparison.Ordinal);
        Assert.Contains("Submissions by points, before and after", effect.Text, StringComparison.Ordinal);
        Assert.Equal(count, filtered.Text.Split("<tr><th scope=\"row\">").Length - 1);
        Assert.InRange(count, 1, effect.Text.Split("<tr><th scope=\"row\">").Length - 2);
    }

    [Fact]
    public async Task A_tutor_finds_no_such_page()
    {
        using var tutor = graded.Service.OpenBrowser();
        await tutor.RegisterAsync(await graded.Course.InviteAsync("Tutor"), "Theo");

        Assert.Equal(HttpStatusCode.Forbidden, (await tutor.Client.GetAsync(graded.Course.Assignment + "/remark", Cancel)).StatusCode);
        var page = await tutor.GetAsync(graded.Course.Assignment);
        Assert.DoesNotContain("/remark\"", page.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("""criterion=[^"]*"[^>]*>([0-9.a-z]+) \((\d+)\)</a>""")]
    private static partial Regex Filter();

    private async Task<string> ImportAsync(RubricVersion version)
    {
        var path = Path.Combine(Cli.TemporaryFolder.Create(), "changed.yaml");
        await File.WriteAllTextAsync(path, version.Source, Cancel);
        var imported = await graded.Service.Get<ImportRubric>().ExecuteAsync(path, "ada@example.org", Cancel);
        return imported.Version!.Hash;
    }
}
