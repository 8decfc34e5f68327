using System.Net;
using System.Text.RegularExpressions;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>A browser without scripts: it keeps cookies, follows redirects, sends forms with the hidden fields that they hold.</summary>
internal sealed partial class Browser : IDisposable
{
    // Machines that run tests are busy.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly HttpClient _client;

    public Browser(Uri address, string language = "en")
    {
        Cookies = new CookieContainer();
        _client = new HttpClient(new HttpClientHandler { CookieContainer = Cookies }) { BaseAddress = address, Timeout = Patience };
        _client.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    public CookieContainer Cookies { get; }

    public HttpClient Client => _client;

    public async Task<Page> GetAsync(string address) => await ReadAsync(await _client.GetAsync(address));

    /// <summary>Opens a page and sends a form of it: the first that posts and holds the text.</summary>
    public async Task<Page> SubmitAsync(string address, string? formWith, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(address);
        return await SubmitAsync(page, formWith, fields);
    }

    public async Task<Page> SubmitAsync(Page page, string? formWith, params (string Name, string Value)[] fields)
    {
        var form = Forms().Matches(page.Text).Select(m => m.Value).FirstOrDefault(f => formWith is null || f.Contains(formWith))
            ?? throw new InvalidOperationException($"No form with '{formWith}' on {page.Address}: {page.Text}");
        var action = Attribute(form[..form.IndexOf('>')], "action") is { Length: > 0 } target ? target : page.Address.PathAndQuery;
        var values = Hidden().Matches(form).ToDictionary(m => Attribute(m.Value, "name")!, m => Attribute(m.Value, "value") ?? "");
        foreach (var (name, value) in fields)
            values[name] = value;
        return await ReadAsync(await _client.PostAsync(action, new FormUrlEncodedContent(values)));
    }

    public async Task<Page> PostAsync(string address, HttpContent content) => await ReadAsync(await _client.PostAsync(address, content));

    /// <summary>Opens an invitation and makes an account.</summary>
    public Task<Page> RegisterAsync(string link, string name) => SubmitAsync(
        link, "register", ("Form.Name", name), ("Form.Email", RunningService.EmailOf(name)), ("Form.Password", RunningService.Password));

    public void Dispose() => _client.Dispose();

    private static async Task<Page> ReadAsync(HttpResponseMessage response) =>
        new(response.RequestMessage!.RequestUri!, response.StatusCode, await response.Content.ReadAsStringAsync(), response);

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}

/// <summary>What came back.</summary>
internal sealed record Page(Uri Address, HttpStatusCode Status, string Text, HttpResponseMessage Response);
