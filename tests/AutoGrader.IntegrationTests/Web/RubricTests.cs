using System.Net;
using System.Text.RegularExpressions;
using AutoGrader.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>An instructor's way with rubrics, without scripts: drafts, faults at their line, publishing, conflicts, borders.</summary>
public sealed partial class RubricTests
{
    private static string Source => File.ReadAllText(TestData.InRepository("rubrics", "seq-sheet-02.yaml"));

    [Fact]
    public async Task A_version_becomes_a_draft_is_changed_compared_and_published_as_the_very_text_that_was_written()
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        var draft = await EditAsync(own, "seq-sheet-02");
        var changed = Source.Replace("review-below: 0.8", "review-below: 0.75   # Übung", StringComparison.Ordinal);

        var saved = await own.Browser.SubmitAsync(draft, "/save", ("source", changed.Replace("\n", "\r\n", StringComparison.Ordinal)));
        var changes = await own.Browser.GetAsync(draft.Address.AbsolutePath + "/changes");
        var published = await own.Browser.SubmitAsync(changes, "/publish");

        Assert.Contains("Saved.", saved.Text, StringComparison.Ordinal);
        Assert.Contains("confidence below which a person decides", changes.Text, StringComparison.Ordinal);
        Assert.Contains("Published as version", published.Text, StringComparison.Ordinal);
        Assert.Equal(changed, await own.Browser.Client.GetStringAsync(draft.Address.AbsolutePath + "/rubric.yaml"));
        var version = FileOf(published, "seq-sheet-02");
        Assert.Equal(changed, await own.Browser.Client.GetStringAsync(version));
        await using var context = await service.OpenAsync();
        Assert.Contains(await context.Audit.ToListAsync(), a => a.Action == "rubric.publish" && a.Actor == RunningService.EmailOf("Ada"));
    }

    [Fact]
    public async Task Faults_are_told_with_their_line_and_keep_a_draft_from_being_published()
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        var draft = await EditAsync(own, "seq-sheet-02");
        var faulty = Source + "reveiw-below: 0.8\n";
        var line = faulty[..faulty.IndexOf("reveiw", StringComparison.Ordinal)].Count(c => c == '\n') + 1;

        var saved = await own.Browser.SubmitAsync(draft, "/save", ("source", faulty));
        var changes = await own.Browser.GetAsync(draft.Address.AbsolutePath + "/changes");
        var live = await CheckAsync(own.Browser, draft, faulty);

        foreach (var page in new[] { saved, live })
        {
            Assert.Contains($"data-line=\"{line}\"", page.Text, StringComparison.Ordinal);
            Assert.Contains("Did you mean &#x27;review-below&#x27;?", page.Text, StringComparison.Ordinal);
            Assert.Contains("1 fault", page.Text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("/publish\"", changes.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_and_findings_are_german_where_the_browser_is()
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        var draft = await EditAsync(own, "seq-sheet-02");
        own.Browser.Client.DefaultRequestHeaders.Remove("Accept-Language");
        own.Browser.Client.DefaultRequestHeaders.Add("Accept-Language", "de");

        var live = await CheckAsync(own.Browser, draft, Source + "reveiw-below: 0.8\n");
        var rehearsal = await own.Browser.GetAsync(draft.Address.AbsolutePath + "/rehearsal?run=true");

        Assert.Contains("gibt es in einem Bewertungsschema nicht.", live.Text, StringComparison.Ordinal);
        Assert.Contains("Meinten Sie", live.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", live.Text, StringComparison.Ordinal);
        Assert.Contains("Mit dem Fehler", rehearsal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("With the mistake", rehearsal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reference_values_follow_a_given_matrix_even_while_the_rest_has_faults()
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        var draft = await own.Browser.SubmitAsync(own.Course + "/rubrics", "From nothing");
        const string Broken = """
            id: x
            questions:
              - id: "2"
                points: 5
                computation:
                  given: {A: [[1, 2]]}
                  steps:
                    - {name: twice, formula: 2 * A, title: {en: Twice, de: Doppelt}}
            """;

        var check = await CheckAsync(own.Browser, draft, Broken);
        var other = await CheckAsync(own.Browser, draft, Broken.Replace("[1, 2]", "[1, 21]", StringComparison.Ordinal));

        Assert.Contains("<td>2</td><td>4</td>", check.Text, StringComparison.Ordinal);
        Assert.Contains("<td>2</td><td>42</td>", other.Text, StringComparison.Ordinal);
        Assert.Contains("0 ≠ 5", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_and_neither_text_is_lost()
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        var seen = await EditAsync(own, "seq-sheet-02");
        using var second = service.OpenBrowser();
        await second.RegisterAsync(await own.InviteAsync("Instructor"), "Grace");
        await second.SubmitAsync(seen.Address.AbsolutePath, "/save", ("source", Source + "# Grace\n"));

        var refused = await own.Browser.SubmitAsync(
            seen, "/save", ("source", Source.Replace("w: 0.8", "w: 0.7", StringComparison.Ordinal)));
        var kept = await own.Browser.Client.GetStringAsync(seen.Address.AbsolutePath + "/rubric.yaml");
        var forced = await own.Browser.SubmitAsync(refused, "/save", ("source", Source + "# Ada\n"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("review-below: 0.7", refused.Text, StringComparison.Ordinal);
        Assert.Contains("# Grace", refused.Text, StringComparison.Ordinal);
        Assert.EndsWith("# Grace\n", kept, StringComparison.Ordinal);
        Assert.Contains("Saved.", forced.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_courses_and_tutors_see_neither_drafts_nor_versions()
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        var draft = await own.Browser.SubmitAsync(own.Course + "/rubrics", "From nothing");
        var published = await own.Browser.SubmitAsync(draft.Address.AbsolutePath + "/changes", "/publish");
        var version = FileOf(published, "new-sheet");
        var other = await CourseSetup.CreateAsync(own.Browser, "Other");
        using var tutor = service.OpenBrowser();
        await tutor.RegisterAsync(await own.InviteAsync("Tutor"), "Grace");

        foreach (var address in new[] { draft.Address.AbsolutePath, draft.Address.AbsolutePath + "/rubric.yaml", version })
        {
            var foreign = address.Replace(own.Course, other.Course, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await own.Browser.Client.GetAsync(foreign)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await tutor.Client.GetAsync(address)).StatusCode);
        }
        Assert.DoesNotContain("new-sheet", (await own.Browser.GetAsync(other.Course + "/new-assignment")).Text, StringComparison.Ordinal);
        Assert.Contains("Sheet 1", (await own.Browser.GetAsync(own.Course + "/new-assignment")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Graded_answers_are_checked_and_published_with_the_rubric()
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        var draft = await own.Browser.SubmitAsync(own.Course + "/rubrics", "From nothing");
        var answers = draft.Address.AbsolutePath + "/answers";

        const string Line = """{"question": "1", "answer": "x", "points": {"1a": 1}}""";

        var faulty = await own.Browser.SubmitAsync(answers, "/save", ("answers", Line.Replace("1a", "1b", StringComparison.Ordinal)));
        var right = await own.Browser.SubmitAsync(answers, "/save", ("answers", Line));
        await own.Browser.SubmitAsync(draft.Address.AbsolutePath + "/changes", "/publish");

        Assert.Contains("no criterion &#x27;1b&#x27;", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("1 answer", right.Text, StringComparison.Ordinal);
        await using var context = await service.OpenAsync();
        Assert.NotNull((await context.CourseRubrics.SingleAsync()).AnswersHash);
    }

    [Fact]
    public async Task A_field_changes_its_value_and_buttons_change_the_structure_while_all_else_stays()
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        var draft = await EditAsync(own, "seq-sheet-02");
        var page = await own.Browser.GetAsync(draft.Address.AbsolutePath + "?at=questions/2");

        var saved = await own.Browser.SubmitAsync(
            page, "/save", ("source", Source), ("now:questions/2/title/de", "Lange Folgen: kurz"), ("do", "add-criterion:questions/2"));
        var text = await own.Browser.Client.GetStringAsync(draft.Address.AbsolutePath + "/rubric.yaml");

        Assert.Contains("?at=questions%2F2", saved.Address.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("\"Lange Folgen: kurz\"", text, StringComparison.Ordinal);
        Assert.Contains("      - id: 1.3b\n        kind: concept\n", text, StringComparison.Ordinal);
        Assert.Contains("2 ≠ 1", saved.Text, StringComparison.Ordinal);
        var kept = text.Split('\n').ToHashSet(StringComparer.Ordinal);
        Assert.Single(Source.Split('\n'), line => !kept.Contains(line));
    }

    [Fact]
    public async Task A_rehearsal_names_what_is_wrong_with_its_line()
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        var draft = await own.Browser.SubmitAsync(own.Course + "/rubrics", "From nothing");

        var page = await own.Browser.GetAsync(draft.Address.AbsolutePath + "/rehearsal?run=true");

        Assert.Contains("No rehearsed answer earns anything in 1a", page.Text, StringComparison.Ordinal);
        Assert.Contains("?line=14", page.Text, StringComparison.Ordinal);
        Assert.Contains("has no worked solution", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sheet.md", "Task 1: Memory (3P)\n\n1. Why a state? (1P)\n2. Name two limits. (2P)\n", "1.2")]
    [InlineData("letter.md", "Dear students, see you on Monday.", null)]
    public async Task A_sheet_begins_a_valid_draft_or_says_what_is_missing(string name, string content, string? question)
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        var list = await own.Browser.GetAsync(own.Course + "/rubrics");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(list.Text).Groups[1].Value), "__RequestVerificationToken" },
            { new StringContent(content), "sheet", name },
        };

        var page = await own.Browser.PostAsync(own.Course + "/rubrics/from-sheet", form);

        Assert.Contains(question is null ? "No questions were found" : ">valid<", page.Text, StringComparison.Ordinal);
        if (question is not null)
            Assert.Contains($"<strong>{question}</strong>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_as_pdf_is_read_by_the_reader_of_reports()
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        var list = await own.Browser.GetAsync(own.Course + "/rubrics");
        var pdf = await File.ReadAllBytesAsync(TestData.InRepository("tests", "Data", "seq-sheet-02", "Noether-10230518.pdf"));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(list.Text).Groups[1].Value), "__RequestVerificationToken" },
            { new ByteArrayContent(pdf), "sheet", "sheet.pdf" },
        };
        using var broken = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(list.Text).Groups[1].Value), "__RequestVerificationToken" },
            { new ByteArrayContent(pdf[..2000]), "sheet", "sheet.pdf" },
        };

        var page = await own.Browser.PostAsync(own.Course + "/rubrics/from-sheet", form);
        var refused = await own.Browser.PostAsync(own.Course + "/rubrics/from-sheet", broken);

        // A report has the headings of its sheet, and no points.
        Assert.Contains(">valid<", page.Text, StringComparison.Ordinal);
        Assert.Contains("<strong>3.2</strong>", page.Text, StringComparison.Ordinal);
        Assert.Contains("3.2: no points were found", page.Text, StringComparison.Ordinal);
        Assert.EndsWith("/rubrics", refused.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("note bad", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_holds_markup_stays_text()
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        var draft = await own.Browser.SubmitAsync(own.Course + "/rubrics", "From nothing");

        var page = await own.Browser.SubmitAsync(draft, "/save", ("source", "title: {en: \"</textarea><script>x</script>\"}\n"));

        Assert.DoesNotContain("<script>x", page.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> EditAsync(CourseSetup course, string id)
    {
        var list = await course.Browser.GetAsync(course.Course + "/rubrics");
        return await course.Browser.SubmitAsync(list, EditForm().Match(RowOf(list, id)).Value);
    }

    // What the script does while somebody writes.
    private static Task<Page> CheckAsync(Browser browser, Page draft, string source) =>
        browser.PostAsync(draft.Address.AbsolutePath + "/check", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token().Match(draft.Text).Groups[1].Value,
            ["source"] = source,
        }));

    // The latest version of an id stands first.
    private static string RowOf(Page list, string id) =>
        list.Text.Split("<tr>").First(r => r.Contains(id + " <code", StringComparison.Ordinal));

    private static string FileOf(Page list, string id) => VersionFile().Match(RowOf(list, id)).Groups[1].Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""/versions/[0-9a-f]{64}/edit""")]
    private static partial Regex EditForm();

    [GeneratedRegex("""href="([^"]*/versions/[0-9a-f]{64}/rubric\.yaml)""")]
    private static partial Regex VersionFile();
}
