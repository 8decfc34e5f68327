using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoGrader.Web.Security;

/// <summary>How often somebody may ask: everything by person (or address), signing in by address and much more rarely.</summary>
internal static class RateLimits
{
    /// <summary>The policy of what takes a password, a link or a token.</summary>
    public const string SignIn = "sign-in";

    /// <summary>The policy of students' checks.</summary>
    public const string SelfCheck = "self-check";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Limit(
            http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? AddressOf(http), SettingsOf(http).RequestsPerMinute));
        // Showing the form costs nothing; trying it does.
        options.AddPolicy(SignIn, http => HttpMethods.IsPost(http.Request.Method)
            ? Limit(AddressOf(http), SettingsOf(http).SignInsPerMinute)
            : RateLimitPartition.GetNoLimiter(""));
        options.AddPolicy(SelfCheck, http => Limit(AddressOf(http), SettingsOf(http).ChecksPerMinute));
    });

    private static RateLimitPartition<string> Limit(string partition, int permits) => RateLimitPartition.GetSlidingWindowLimiter(
        partition, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = Window, SegmentsPerWindow = 6 });

    private static WebOptions SettingsOf(HttpContext http) => http.RequestServices.GetRequiredService<IOptions<WebOptions>>().Value;

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
