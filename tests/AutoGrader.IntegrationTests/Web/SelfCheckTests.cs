using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>Students check their hand-ins: no account, no script, nothing kept.</summary>
public sealed class SelfCheckTests
{
    private const string Good = "Krüger-11000004.zip";

    private static string GoodFile => TestData.Path("corpus", "intake", "files", "i04", Good);

    [Fact]
    public async Task A_stranger_checks_by_a_plain_form_and_sees_what_was_read()
    {
        await using var service = await RunningService.StartAsync();
        var address = await AddressAsync(service);
        using var student = service.OpenBrowser();

        var form = await student.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.Contains("enctype=\"multipart/form-data\"", form.Text, StringComparison.Ordinal);
        var answer = await PostAsync(student, address, GoodFile, Good);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Krüger-11000004.zip: would be graded.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("compares with no reference answer", answer.Text, StringComparison.Ordinal);
        Assert.Contains("<table class=\"matrix\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("</html>", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_is_german_where_the_browser_is()
    {
        await using var service = await RunningService.StartAsync();
        using var student = new Browser(service.Address, "de");
        var answer = await PostAsync(student, await AddressAsync(service), GoodFile, "Krueger_11000004.zip");

        Assert.Contains("würde NICHT bewertet", answer.Text, StringComparison.Ordinal);
        // The name breaks the rules; what is in the file is shown all the same.
        Assert.Contains("Antwort gefunden", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_json_and_those_who_want_to_keep_it_a_pdf()
    {
        await using var service = await RunningService.StartAsync();
        var address = await AddressAsync(service);
        using var student = service.OpenBrowser();

        foreach (var asks in new[] { false, true })
        {
            using var request = Request(address + (asks ? "" : "?format=json"), GoodFile, Good);
            if (asks)
                request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            using var response = await student.Client.SendAsync(request, TestContext.Current.CancellationToken);
            var json = await JsonDocument.ParseAsync(
                await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken),
                cancellationToken: TestContext.Current.CancellationToken);
            Assert.True(json.RootElement.GetProperty("wouldBeGraded").GetBoolean());
            Assert.Equal("3.4", json.RootElement.GetProperty("questions").EnumerateArray()
                .First(q => q.GetProperty("matrices").GetArrayLength() > 0).GetProperty("id").GetString());
        }

        using var keep = await student.Client.SendAsync(
            Request(address + "?format=pdf", GoodFile, Good), TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", keep.Content.Headers.ContentType!.MediaType);
        var paper = await keep.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(paper.AsSpan().StartsWith("%PDF-"u8));
    }

    [Fact]
    public async Task What_a_plot_lacks_is_told_on_the_page_in_json_and_on_paper()
    {
        await using var service = await RunningService.StartAsync();
        var address = await AddressAsync(service);
        var file = Path.Combine(Directory.CreateTempSubdirectory("plots").FullName, Good);
        await using (var archive = await ZipFile.OpenAsync(file, ZipArchiveMode.Create, TestContext.Current.CancellationToken))
            archive.CreateEntryFromFile(TestData.Path("plots", "browser.pdf"), "Krüger-11000004.pdf");
        using var student = service.OpenBrowser();
        using var german = new Browser(service.Address, "de");

        var text = WebUtility.HtmlDecode((await PostAsync(student, address, file, Good)).Text);
        Assert.Contains(
            "Page 1: For the plot “Figure 1: s_text”, this was not found: a label of the y axis, a legend for its 2 curves.", text,
            StringComparison.Ordinal);
        Assert.Contains(
            "Seite 6: Zum Diagramm in der oberen Hälfte der Seite wurde nicht gefunden: eine Beschriftung der x-Achse,",
            WebUtility.HtmlDecode((await PostAsync(german, address, file, Good)).Text), StringComparison.Ordinal);

        var json = JsonDocument.Parse(await KeepAsync(student, address + "?format=json", file)).RootElement;
        // Letters drawn as outlines are told once a page.
        Assert.Equal([3, 4, 7, 8], json.GetProperty("notes").EnumerateArray().Select(n => n.GetProperty("page").GetInt32()));
        var figures = json.GetProperty("figures");
        Assert.Equal(4, figures.GetArrayLength());
        Assert.Equal("Epoch", figures[0].GetProperty("xLabel").GetString());
        Assert.Equal(["y-label", "legend"], figures[0].GetProperty("missing").EnumerateArray().Select(p => p.GetString()));
        var paper = PdfReportReader.Read(
            await KeepAsync(student, address + "?format=pdf", file), new PdfReadLimits(), TestContext.Current.CancellationToken);
        Assert.Contains(paper.Content!.Blocks, b => b.Text.Contains("a legend for its 2 curves", StringComparison.Ordinal));
    }

    /// <summary>Broken names, several PDFs, damaged and encrypted files, bombs, paths that lead out.</summary>
    [Fact]
    public async Task Whatever_comes_is_answered()
    {
        await using var service = await RunningService.StartAsync();
        var address = await AddressAsync(service);
        using var student = service.OpenBrowser();

        var files = Directory.GetFiles(TestData.Path("corpus", "intake", "files"), "*", SearchOption.AllDirectories);
        Assert.True(files.Length >= 14);
        foreach (var file in files)
        {
            var answer = await PostAsync(student, address, file, Path.GetFileName(file));
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Contains("</html>", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_file_and_no_form_are_told()
    {
        await using var service = await RunningService.StartAsync();
        var address = await AddressAsync(service);
        using var student = service.OpenBrowser();

        using var empty = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        Assert.Contains("No file came", (await student.PostAsync(address, empty)).Text, StringComparison.Ordinal);
        using var other = new StringContent("x");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await student.PostAsync(address, other)).Status);
    }

    [Fact]
    public async Task Nothing_is_stored_and_no_name_is_logged()
    {
        await using var service = await RunningService.StartAsync();
        var address = await AddressAsync(service);
        await using var context = await service.OpenAsync();
        var (artifacts, audit) = (await context.Artifacts.CountAsync(), await context.Audit.CountAsync());
        using var student = service.OpenBrowser();
        await PostAsync(student, address, GoodFile, Good);

        Assert.Equal(artifacts, await context.Artifacts.CountAsync());
        Assert.Equal(audit, await context.Audit.CountAsync());
        Assert.Empty(await context.Submissions.ToListAsync());
        Assert.DoesNotContain(service.Logs.AtLeast(LogLevel.Information),
            line => line.Contains("11000004", StringComparison.Ordinal) || line.Contains("Krüger", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_asks_too_often_has_to_wait()
    {
        await using var service = await RunningService.StartAsync(("AutoGrader:Web:ChecksPerMinute", "2"));
        var address = await AddressAsync(service);
        using var student = service.OpenBrowser();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
            answers.Add((await PostAsync(student, address, GoodFile, Good)).Status);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
        // The form is still shown.
        Assert.Equal(HttpStatusCode.OK, (await student.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_course_may_want_an_account()
    {
        await using var service = await RunningService.StartAsync();
        var setup = await CourseSetup.FirstAsync(service);
        await using (var context = await service.OpenAsync())
        {
            var assignment = await context.Assignments.SingleAsync();
            assignment.ChecksNeedAccount = true;
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var address = AddressOf(setup);
        using var stranger = service.OpenBrowser();
        using var student = service.OpenBrowser();
        await student.RegisterAsync(await setup.InviteAsync("Student"), "Grace");

        Assert.Equal("/sign-in", (await stranger.GetAsync(address)).Address.AbsolutePath);
        Assert.Equal("/sign-in", (await stranger.GetAsync($"/check/{Guid.NewGuid()}")).Address.AbsolutePath);
        Assert.Contains("would be graded", (await PostAsync(student, address, GoodFile, Good)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync($"/check/{Guid.NewGuid()}")).Status);
    }

    private static async Task<string> AddressAsync(RunningService service) => AddressOf(await CourseSetup.FirstAsync(service));

    private static string AddressOf(CourseSetup setup) => "/check/" + setup.Assignment.Split('/')[^1];

    private static async Task<Page> PostAsync(Browser browser, string address, string file, string name)
    {
        using var content = Form(file, name);
        return await browser.PostAsync(address, content);
    }

    private static async Task<byte[]> KeepAsync(Browser browser, string address, string file)
    {
        using var response = await browser.Client.SendAsync(Request(address, file, Good), TestContext.Current.CancellationToken);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static HttpRequestMessage Request(string address, string file, string name) =>
        new(HttpMethod.Post, address) { Content = Form(file, name) };

    private static MultipartFormDataContent Form(string file, string name) =>
        new() { { new ByteArrayContent(File.ReadAllBytes(file)), "file", name } };
}
