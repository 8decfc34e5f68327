using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AutoGrader.IntegrationTests.Application.Storage;

/// <summary>An S3-compatible store on this machine, as far as <c>PUT</c>, <c>GET</c>, <c>HEAD</c>, <c>DELETE</c> and lists go.</summary>
internal sealed class FakeObjectStore : IDisposable
{
    // Small, so that lists have several pages.
    private const int PageSize = 3;

    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public FakeObjectStore()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public string Address { get; }

    /// <summary>The objects by path: <c>/bucket/key</c>.</summary>
    public ConcurrentDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>Methods and paths as they came.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Whether it answers nothing but that it is busy.</summary>
    public bool IsBusy { get; set; }

    public void Dispose()
    {
        _listener.Stop();
        _serving.Wait();
        _listener.Close();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => Answer(context));
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var path = request.Url!.AbsolutePath;
        Requests.Enqueue($"{request.HttpMethod} {path}");
        switch (request.HttpMethod)
        {
            case var _ when IsBusy:
                response.StatusCode = 503;
                break;
            case "PUT":
                using (var content = new MemoryStream())
                {
                    request.InputStream.CopyTo(content);
                    Objects[path] = content.ToArray();
                }
                response.Headers["ETag"] = "\"0-1\"";
                break;
            case "DELETE":
                Objects.TryRemove(path, out _);
                response.StatusCode = 204;
                break;
            case "GET" when request.QueryString["list-type"] == "2":
                Write(response, List(path.TrimEnd('/'), request.QueryString["continuation-token"]));
                break;
            case "GET" or "HEAD" when Objects.TryGetValue(path, out var stored):
                response.Headers["ETag"] = "\"0-1\"";
                response.ContentLength64 = stored.Length;
                if (request.HttpMethod == "GET")
                    response.OutputStream.Write(stored);
                break;
            default:
                response.StatusCode = 404;
                break;
        }
        response.Close();
    }

    private byte[] List(string bucket, string? from)
    {
        var keys = Objects.Keys.Where(k => k.StartsWith(bucket + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var start = from is null ? 0 : int.Parse(from, CultureInfo.InvariantCulture);
        var page = keys.Skip(start).Take(PageSize).ToList();
        var isLast = start + page.Count >= keys.Count;
        var xml = new StringBuilder("<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
        xml.Append(CultureInfo.InvariantCulture, $"<IsTruncated>{(isLast ? "false" : "true")}</IsTruncated>");
        if (!isLast)
            xml.Append(CultureInfo.InvariantCulture, $"<NextContinuationToken>{start + PageSize}</NextContinuationToken>");
        foreach (var key in page)
            xml.Append(CultureInfo.InvariantCulture, $"<Contents><Key>{key[(bucket.Length + 1)..]}</Key><Size>1</Size></Contents>");
        return Encoding.UTF8.GetBytes(xml.Append("</ListBucketResult>").ToString());
    }

    private static void Write(HttpListenerResponse response, byte[] content)
    {
        response.ContentType = "application/xml";
        response.OutputStream.Write(content);
    }
}
