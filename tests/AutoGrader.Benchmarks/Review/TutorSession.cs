using System.Net;
using System.Text.RegularExpressions;

namespace AutoGrader.Benchmarks.Review;

/// <summary>A tutor at a browser: opens what is first, decides mostly as suggested, takes some of it back.</summary>
internal sealed partial class TutorSession : IDisposable
{
    public const string Password = "correct horse battery";

    private const int OneUndoIn = 10;
    private const double Agreement = 0.8;
    private static readonly TimeSpan Thought = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient _client;
    private readonly string _assignment;
    private readonly RequestTimes _times;
    private readonly Random _random;

    public TutorSession(Uri service, string assignment, RequestTimes times, Random random)
    {
        var handler = new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
        _client = new HttpClient(handler) { BaseAddress = service, Timeout = TimeSpan.FromMinutes(2) };
        (_assignment, _times, _random) = (assignment, times, random);
    }

    public async Task SignInAsync(string name)
    {
        var page = await _client.GetStringAsync("/sign-in");
        var fields = HiddenOf(FormWith(page, "Form.Password"));
        fields.AddRange([new("Form.Email", name), new("Form.Password", Password)]);
        using var answer = await _client.PostAsync("/sign-in", new FormUrlEncodedContent(fields));
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"{name} could not sign in: {answer.StatusCode}.");
    }

    /// <summary>Makes decisions.</summary>
    /// <returns>How many were refused.</returns>
    public async Task<int> DecideAsync(int count)
    {
        var behind = new List<Task>();
        var refused = 0;
        await GetAsync("queue", $"{_assignment}/review");
        var page = await GetAsync("open", $"{_assignment}/review/next");
        for (var i = 1; i <= count && page.Contains("name=\"Points\"", StringComparison.Ordinal); i++)
        {
            if (FirstPage().Match(page) is { Success: true } image)
                await GetAsync("page of the report", Decoded(image));
            await ThinkAsync();
            var form = FormWith(page, "name=\"Points\"");
            var fields = HiddenOf(form);
            fields.AddRange(Checked().Matches(form).Select(m => new KeyValuePair<string, string>("Items", Decoded(m))));
            fields.Add(new("Points", Choose(form)));
            page = await GetAsync("open", await PostAsync("decide", form, fields));
            if (!page.Contains("/undo\"", StringComparison.Ordinal))
                refused++;
            else if (i % OneUndoIn == 0)
            {
                await ThinkAsync();
                await PostAsync("take back", FormWith(page, "/undo\""), HiddenOf(FormWith(page, "/undo\"")));
                page = await GetAsync("open", $"{_assignment}/review/next");
            }
            else if (RejudgeAddress().Match(page) is { Success: true } rejudge)
            {
                behind.Add(RejudgeAsync(page, rejudge));
            }
        }
        await Task.WhenAll(behind);
        return refused;
    }

    public void Dispose() => _client.Dispose();

    private async Task ThinkAsync() => await Task.Delay(Thought * (0.5 + _random.NextDouble()));

    private Task<string> GetAsync(string kind, string address) => _times.MeasureAsync(kind, async () =>
    {
        using var answer = await _client.GetAsync(address);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    });

    /// <returns>The address to go on with.</returns>
    private Task<string> PostAsync(string kind, string form, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var address = Action().Match(form).Groups[1].Value;
        return _times.MeasureAsync(kind, async () =>
        {
            using var answer = await _client.PostAsync(WebUtility.HtmlDecode(address), new FormUrlEncodedContent(fields));
            return answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"{address} answered {answer.StatusCode}.");
        });
    }

    private Task<string> RejudgeAsync(string page, Match rejudge)
    {
        var token = HiddenOf(FormWith(page, "/undo\"")).First(f => f.Key == "__RequestVerificationToken");
        return _times.MeasureAsync("judge anew (in background)", async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, WebUtility.HtmlDecode(rejudge.Groups[1].Value))
            {
                Content = new FormUrlEncodedContent([new("question", WebUtility.HtmlDecode(rejudge.Groups[2].Value)), token]),
            };
            request.Headers.Add("X-Requested-With", "XMLHttpRequest");
            using var answer = await _client.SendAsync(request);
            return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        });
    }

    private string Choose(string form)
    {
        var offered = Level().Matches(form);
        var suggested = offered.FirstOrDefault(m => m.Value.Contains("suggested", StringComparison.Ordinal)) ?? offered[0];
        var chosen = _random.NextDouble() < Agreement ? suggested : offered[_random.Next(offered.Count)];
        return Decoded(chosen);
    }

    private static string FormWith(string page, string text) =>
        Form().Matches(page).Select(m => m.Value).First(f => f.Contains(text, StringComparison.Ordinal));

    private static List<KeyValuePair<string, string>> HiddenOf(string form) =>
        [.. Hidden().Matches(form).Select(m => new KeyValuePair<string, string>(Decoded(m), Decoded(m, group: 2)))];

    private static string Decoded(Match match, int group = 1) => WebUtility.HtmlDecode(match.Groups[group].Value);

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<form[^>]*action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<input type=\"checkbox\" name=\"Items\" value=\"([^\"]*)\"")]
    private static partial Regex Checked();

    [GeneratedRegex("<img src=\"([^\"]*)\"[^>]*loading=\"eager\"")]
    private static partial Regex FirstPage();

    [GeneratedRegex("<button[^>]*name=\"Points\" value=\"([^\"]*)\"[^>]*>")]
    private static partial Regex Level();

    [GeneratedRegex("data-rejudge=\"([^\"]*)\" data-question=\"([^\"]*)\"")]
    private static partial Regex RejudgeAddress();
}
