using Microsoft.AspNetCore.Http;

namespace AutoGrader.Web.Courses;

/// <summary>A message for the next page: what an act has led to. A cookie of a minute, shown once.</summary>
internal static class Flash
{
    private const string Name = "flash";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    public static void Good(HttpContext http, string text) => Set(http, "good", text);

    public static void Bad(HttpContext http, string text) => Set(http, "bad", text);

    /// <summary>The message, which is then gone; <c>null</c> for none.</summary>
    public static (string Kind, string Text)? Take(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { } value || value.IndexOf('|', StringComparison.Ordinal) is not (> 0 and var bar))
            return null;
        http.Response.Cookies.Delete(Name);
        return (value[..bar] == "good" ? "good" : "bad", value[(bar + 1)..]);
    }

    private static void Set(HttpContext http, string kind, string text) =>
        http.Response.Cookies.Append(Name, $"{kind}|{text}", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            MaxAge = Lifetime,
            Secure = http.Request.IsHttps,
        });
}
