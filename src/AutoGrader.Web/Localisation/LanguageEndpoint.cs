using System.Globalization;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Web.Localisation;

/// <summary>The language: the browser's, until a person chooses one, which a cookie remembers.</summary>
internal static class LanguageEndpoint
{
    private const string CookieName = "language";

    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddScoped<Speech>();
        return services.Configure<RequestLocalizationOptions>(options =>
        {
            // Only what people read is in their language; everything below stays invariant.
            options.DefaultRequestCulture = new(CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo(Speech.Cultures[0]));
            options.SupportedCultures = [CultureInfo.InvariantCulture];
            options.AddSupportedUICultures([.. Speech.Cultures]);
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = CookieName },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
    }

    public static void MapLanguages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/language/{code:regex(^(en|de)$)}", (string code, string? back, HttpContext http) =>
        {
            http.Response.Cookies.Append(CookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(code)),
                new CookieOptions
                {
                    HttpOnly = true,
                    IsEssential = true,
                    MaxAge = TimeSpan.FromDays(365),
                    SameSite = SameSiteMode.Lax,
                    Secure = http.Request.IsHttps,
                });
            return Results.LocalRedirect(LocalAddress.Or(back, "/"));
        }).AllowAnonymous();
}
