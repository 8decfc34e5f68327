using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace AutoGrader.IntegrationTests.Application.Judge;

/// <summary>An OpenAI-compatible service on this machine that replies as a test wants, and remembers what it was asked.</summary>
internal sealed class FakeJudgeServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<string, Reply> _reply;

    /// <param name="reply">The reply to a request's user message.</param>
    public FakeJudgeServer(Func<string, Reply> reply)
    {
        _reply = reply;
        Endpoint = $"http://127.0.0.1:{FreePort()}/v1/";
        _listener.Prefixes.Add(Endpoint);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>What the service replies: content of the message, or a fault.</summary>
    /// <param name="Content">The content.</param>
    /// <param name="Status">The status code.</param>
    /// <param name="IsSilent">Whether it never replies.</param>
    public sealed record Reply(string Content, int Status = 200, bool IsSilent = false);

    public string Endpoint { get; }

    /// <summary>The bodies of all requests.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public ConcurrentQueue<string?> Keys { get; } = new();

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await _listener.GetContextAsync());
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        Requests.Enqueue(body);
        Keys.Enqueue(context.Request.Headers["Authorization"]);
        using var request = JsonDocument.Parse(body);
        var reply = _reply(TextOf(request.RootElement.GetProperty("messages").EnumerateArray().Last().GetProperty("content")));
        if (reply.IsSilent)
            return;
        var answer = reply.Status == 200
            ? JsonSerializer.Serialize(new
            {
                id = "1",
                @object = "chat.completion",
                created = 1,
                model = "fake",
                choices = new[]
                {
                    new { index = 0, message = new { role = "assistant", content = reply.Content }, finish_reason = "stop" },
                },
            })
            : "{}";
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        context.Response.Close();
    }

    private static string TextOf(JsonElement content) => content.ValueKind == JsonValueKind.String
        ? content.GetString()!
        : string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()));

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
