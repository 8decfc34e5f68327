using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Moodle;

/// <summary>
/// Speaks Moodle's REST protocol: one request at a time, to the sites of the settings alone. What may be repeated is repeated after faults
/// that pass; what changes something in Moodle is not, unless Moodle said that it has not begun. Logs nothing: addresses of files hold
/// the token.
/// </summary>
internal sealed class MoodleClient(IHttpClientFactory clients, IOptions<AutoGraderOptions> options, TimeProvider clock)
{
    /// <summary>The name of the client: no redirects, no log.</summary>
    public const string HttpName = "Moodle";

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    private MoodleOptions Settings => options.Value.Moodle;

    /// <summary>Calls a function that changes nothing.</summary>
    /// <exception cref="MoodleException">It came to nothing.</exception>
    public Task<T> ReadAsync<T>(MoodleAccess access, string function, CancellationToken cancellationToken,
        params (string Name, object Value)[] arguments) => RepeatAsync(
            async () => await PostAsync<T>(access, function, arguments, cancellationToken) ?? throw MoodleErrors.Garbled(function),
            isSafe: true, cancellationToken);

    /// <summary>Calls a function that changes something and answers nothing.</summary>
    /// <exception cref="MoodleException">It came to nothing; where the fault is <see cref="MoodleFault.Silent"/>, perhaps not.</exception>
    public Task WriteAsync(MoodleAccess access, string function, CancellationToken cancellationToken,
        params (string Name, object Value)[] arguments) => RepeatAsync(
            () => PostAsync<JsonElement?>(access, function, arguments, cancellationToken), isSafe: false, cancellationToken);

    /// <summary>Sends a file into a new draft area, whose number it returns. A draft is nobody's until it is used.</summary>
    /// <exception cref="MoodleException">It came to nothing.</exception>
    public Task<long> UploadAsync(MoodleAccess access, string fileName, byte[] content, CancellationToken cancellationToken) => RepeatAsync(
        async () =>
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent(access.Token), "token" },
                { new StringContent("draft"), "filearea" },
                { new StringContent("0"), "itemid" },
                { new ByteArrayContent(content), "file_1", fileName },
            };
            var drafts = await SendAsync<IReadOnlyList<DraftReply>>(access, "webservice/upload.php", form, "upload", cancellationToken);
            return drafts is [{ } draft, ..] ? draft.ItemId : throw MoodleErrors.Garbled("upload");
        },
        isSafe: true, cancellationToken);

    /// <summary>Fetches a file that Moodle named, of exactly the length it told.</summary>
    /// <exception cref="MoodleException">It came to nothing.</exception>
    public Task DownloadAsync(MoodleAccess access, FileReply file, string path, CancellationToken cancellationToken) => RepeatAsync(
        async () =>
        {
            await MoodleDownload.ToAsync(Open(), access, file, path, Timeout, cancellationToken);
            return true;
        },
        isSafe: true, cancellationToken);

    private TimeSpan Timeout => TimeSpan.FromSeconds(Settings.TimeoutSeconds);

    private HttpClient Open() => clients.CreateClient(HttpName);

    private async Task<T?> PostAsync<T>(
        MoodleAccess access, string function, (string Name, object Value)[] arguments, CancellationToken cancellationToken)
    {
        var fields = new List<KeyValuePair<string, string>>
        {
            new("wstoken", access.Token),
            new("wsfunction", function),
            new("moodlewsrestformat", "json"),
        };
        fields.AddRange(arguments.Select(a => KeyValuePair.Create(a.Name, FormattableString.Invariant($"{a.Value}"))));
        using var content = new FormUrlEncodedContent(fields);
        return await SendAsync<T>(access, "webservice/rest/server.php", content, function, cancellationToken);
    }

    private async Task<T?> SendAsync<T>(
        MoodleAccess access, string place, HttpContent content, string function, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            using var response = await Open().PostAsync(new Uri(access.Site.Base, place), content, limit.Token);
            Check(response);
            var root = await response.Content.ReadFromJsonAsync<JsonElement>(limit.Token);
            if (ErrorIn(root, function) is { } error)
                throw error;
            return root.ValueKind == JsonValueKind.Null ? default : root.Deserialize<T>(Json);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            throw MoodleErrors.Garbled(function, fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException ||
            fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw MoodleErrors.Silent(fault);
        }
    }

    /// <summary>What the status of an answer says before its content does.</summary>
    internal static void Check(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (status is >= 300 and < 400)
            throw MoodleErrors.Moved();
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            throw MoodleErrors.Busy(response.Headers.RetryAfter?.Delta);
        if (status >= 500)
            throw MoodleErrors.Silent(null);
        if (status >= 400)
            throw MoodleErrors.NoMoodle(status);
    }

    /// <summary>The fault that an answer with status 200 tells of; <c>null</c> where it tells of none.</summary>
    internal static MoodleException? ErrorIn(JsonElement root, string function)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("errorcode", out var code))
            return null;
        var message = root.TryGetProperty("message", out var text) || root.TryGetProperty("error", out text) ? text.ToString() : null;
        return MoodleErrors.Of(code.ToString(), message, function);
    }

    private async Task<T> RepeatAsync<T>(Func<Task<T>> act, bool isSafe, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await act();
            }
            catch (MoodleException fault) when (attempt < Settings.Retries && (fault.Fault == MoodleFault.Busy ||
                isSafe && fault.Fault is MoodleFault.Silent or MoodleFault.Garbled))
            {
                var wait = fault.RetryAfter ?? FirstWait * Math.Pow(2, attempt);
                await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, cancellationToken);
            }
        }
    }
}
