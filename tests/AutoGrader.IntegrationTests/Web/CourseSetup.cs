using System.Net;
using System.Text.RegularExpressions;
using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>A course with an assignment, made as its instructor makes them: by pages and forms.</summary>
internal sealed partial class CourseSetup
{
    private CourseSetup(Browser browser, string course, string assignment)
    {
        Browser = browser;
        Course = course;
        Assignment = assignment;
    }

    /// <summary>The instructor's browser.</summary>
    public Browser Browser { get; }

    /// <summary>The address of the course.</summary>
    public string Course { get; }

    /// <summary>The address of the assignment.</summary>
    public string Assignment { get; }

    /// <summary>Makes a course with the sheet's assignment.</summary>
    public static async Task<CourseSetup> CreateAsync(Browser browser, string name)
    {
        var course = await browser.SubmitAsync("/new-course", "/new-course", ("name", name));
        var form = await browser.GetAsync(course.Address.AbsolutePath + "/new-assignment");
        var rubric = Rubric().Match(form.Text).Groups[1].Value;
        var assignment = await browser.SubmitAsync(form, "new-assignment", ("Title", "Sheet 5"), ("rubric", rubric));
        return new(browser, course.Address.AbsolutePath, assignment.Address.AbsolutePath);
    }

    /// <summary>A service in which a first person has made a course.</summary>
    public static async Task<CourseSetup> FirstAsync(RunningService service)
    {
        var browser = service.OpenBrowser();
        await browser.RegisterAsync(service.FirstLink, "Ada");
        return await CreateAsync(browser, "Vision");
    }

    /// <summary>Makes a link for another person.</summary>
    public async Task<string> InviteAsync(string role)
    {
        var page = await Browser.SubmitAsync(Course + "/people", "invitations", ("role", role));
        return new Uri(Link().Match(WebUtility.HtmlDecode(page.Text)).Value).PathAndQuery;
    }

    /// <summary>Uploads the samples and, unless told otherwise, their worksheet.</summary>
    public async Task<Page> UploadAsync(bool withWorksheet = true, string export = "submissions.zip", string? name = null)
    {
        var form = await Browser.GetAsync(Assignment);
        var address = WebUtility.HtmlDecode(UploadForm().Match(form.Text).Groups[1].Value);
        using var content = new MultipartFormDataContent();
        content.Add(Sample(export), "export", name ?? export);
        if (withWorksheet)
            content.Add(Sample("worksheet.csv"), "worksheet", "worksheet.csv");
        return await Browser.PostAsync(address, content);
    }

    /// <summary>Starts the run and waits until it is settled.</summary>
    public async Task<Page> GradeAsync()
    {
        await Browser.SubmitAsync(Assignment + "/preview", "/start");
        return await SettleAsync();
    }

    /// <summary>Waits until the run page says that nothing is at work.</summary>
    public async Task<Page> SettleAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            var page = await Browser.GetAsync(Assignment + "/run");
            if (page.Text.Contains("data-settled", StringComparison.Ordinal))
                return page;
            await Task.Delay(200, limit.Token);
        }
    }

    private static StreamContent Sample(string name) => new(File.OpenRead(TestData.InRepository("samples", name)));

    [GeneratedRegex("""<option value="([0-9a-f]{64})""")]
    private static partial Regex Rubric();

    [GeneratedRegex("""http://[^<"]*/invitation\?secret=[0-9a-f]+""")]
    private static partial Regex Link();

    [GeneratedRegex("""action="([^"]*/upload\?token=[^"]*)""")]
    private static partial Regex UploadForm();
}
