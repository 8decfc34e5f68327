using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>Metrics arrive where OTLP is received.</summary>
public sealed class TelemetryTests
{
    private const string Export = "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";

    [Fact]
    public async Task A_collector_receives_the_meters_of_the_service_at_the_latest_when_it_stops()
    {
        var received = new ConcurrentQueue<byte[]>();
        await using var collector = await StartCollectorAsync(received);
        await using (var service = await RunningService.StartAsync(("AutoGrader:Web:OtlpEndpoint", collector.Urls.First())))
        {
            using var browser = service.OpenBrowser();
            await browser.GetAsync("/sign-in");
        }

        var text = Encoding.Latin1.GetString([.. received.SelectMany(r => r)]);
        Assert.Contains("http.server.request.duration", text, StringComparison.Ordinal);
        Assert.Contains("AutoGrader", text, StringComparison.Ordinal);
    }

    /// <summary>As much of an OTLP receiver as gRPC needs: HTTP/2, an empty answer, the status in the trailers.</summary>
    private static async Task<WebApplication> StartCollectorAsync(ConcurrentQueue<byte[]> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.MapPost(Export, async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue(body.ToArray());
            http.Response.ContentType = "application/grpc";
            http.Response.DeclareTrailer("grpc-status");
            // An empty message: not compressed, no bytes.
            await http.Response.Body.WriteAsync(new byte[5]);
            http.Response.AppendTrailer("grpc-status", "0");
        });
        await app.StartAsync();
        return app;
    }
}
