using Microsoft.AspNetCore.Builder;
using Microsoft.Net.Http.Headers;

namespace AutoGrader.Web.Security;

/// <summary>
/// What browsers are told on every answer: run no script and load no style but ours, be framed by nobody else, guess no types, tell
/// nobody where people come from.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>No <c>unsafe-inline</c>, neither for scripts nor for styles. Feedback PDFs are shown in frames of our own.</summary>
    internal const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    // Hangfire's dashboard sets styles in its markup.
    private const string DashboardPolicy = Policy + "; style-src 'self' 'unsafe-inline'";

    public static void UseSecurityHeaders(this IApplicationBuilder app, string dashboardPath) => app.Use(next => http =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments(dashboardPath) ? DashboardPolicy : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Pages hold marks and names: no shared computer keeps them for the next person. Assets say otherwise themselves.
        headers.CacheControl = "no-cache, no-store";
        headers[HeaderNames.Pragma] = "no-cache";
        return next(http);
    });
}
