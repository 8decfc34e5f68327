using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>From a graded answer to an anonymous example in a draft, and from a draft to what it would change.</summary>
public sealed partial class ExampleTests(GradedCourse graded) : IClassFixture<GradedCourse>
{
    [Fact]
    public async Task An_answer_becomes_an_example_with_two_clicks_and_names_nobody()
    {
        var course = graded.Course;
        Guid submission;
        string[] names;
        await using (var context = await graded.Service.OpenAsync())
        {
            var answer = await context.Answers.FirstAsync(a => a.QuestionId == "1.1" && a.Text != "");
            var assessment = await context.Assessments.Include(a => a.Submission).SingleAsync(a => a.Id == answer.AssessmentId);
            submission = assessment.SubmissionId;
            names = [assessment.Surname!, assessment.Matriculation!];
            await context.Answers.Where(a => a.Id == answer.Id).ExecuteUpdateAsync(set => set.SetProperty(
                a => a.Text, $"{names[0]} ({names[1]}, anna@example.org): the hidden state h_t holds more memory: 1234567."));
        }

        var page = await course.Browser.GetAsync($"{course.Assignment}/submissions/{submission}");
        Assert.Contains("/example?criterion=1.1a", page.Text, StringComparison.Ordinal);
        var proposal = await course.Browser.GetAsync($"{course.Assignment}/submissions/{submission}/example?criterion=1.1a");
        var shown = WebUtility.HtmlDecode(Answer().Match(proposal.Text).Groups[1].Value).TrimStart('\n');
        var added = await course.Browser.SubmitAsync(proposal, "/example", ("Answer", shown), ("Points", "0,5"), ("Draft", ""));
        var text = await course.Browser.Client.GetStringAsync(added.Address.AbsolutePath + "/rubric.yaml");

        Assert.Equal("[…] ([…], […]): the hidden state h_t holds more memory: […].", shown);
        Assert.Contains("?at=questions/0/criteria/0", added.Address.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("h_t holds more memory", text, StringComparison.Ordinal);
        Assert.All(names, name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
        Assert.Contains("valid", added.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_shows_what_it_would_change_in_graded_assignments_and_leads_on_to_re_marking()
    {
        var course = graded.Course;
        var list = await course.Browser.GetAsync(course.Course + "/rubrics");
        var row = list.Text.Split("<tr>").First(r => r.Contains("ivu-sheet-05 <code", StringComparison.Ordinal));
        var draft = await course.Browser.SubmitAsync(list, Edit().Match(row).Value);
        var source = await course.Browser.Client.GetStringAsync(draft.Address.AbsolutePath + "/rubric.yaml");
        await course.Browser.SubmitAsync(
            draft, "/save", ("source", source.Replace("review-below: 0.8", "review-below: 0.99", StringComparison.Ordinal)));

        var page = await course.Browser.GetAsync(draft.Address.AbsolutePath + "/effect");
        var assignment = course.Assignment.Split('/')[^1];
        var effect = await course.Browser.GetAsync($"{draft.Address.AbsolutePath}/effect?assignment={assignment}");
        var remark = await course.Browser.SubmitAsync(effect, "/publish");

        Assert.Contains("Sheet 5", page.Text, StringComparison.Ordinal);
        Assert.Contains("More for a person", effect.Text, StringComparison.Ordinal);
        Assert.StartsWith($"{course.Assignment}/remark?rubric=", remark.Address.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tutor_adds_no_examples()
    {
        using var tutor = graded.Service.OpenBrowser();
        await tutor.RegisterAsync(await graded.Course.InviteAsync("Tutor"), "Grace");
        await using var context = await graded.Service.OpenAsync();
        var submission = (await context.Submissions.FirstAsync()).Id;

        var answer = await tutor.Client.GetAsync($"{graded.Course.Assignment}/submissions/{submission}/example?criterion=1.1a");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [GeneratedRegex("""name="Answer"[^>]*>([^<]*)</textarea>""")]
    private static partial Regex Answer();

    [GeneratedRegex("""/versions/[0-9a-f]{64}/edit""")]
    private static partial Regex Edit();
}
