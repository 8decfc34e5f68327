using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AutoGrader.Web.Security;

/// <summary>
/// Checks the antiforgery token of endpoints that read their body themselves. The token comes in a header (scripts) or in the address
/// (forms that send files): looking for it in the body would mean to receive a gigabyte first.
/// </summary>
internal static class AntiforgeryFilter
{
    /// <summary>The header.</summary>
    public const string Header = "X-Antiforgery";

    /// <summary>The part of the address.</summary>
    public const string Query = "token";

    public static TBuilder RequireToken<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.DisableAntiforgery().AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (!http.Request.Headers.ContainsKey(Header) && http.Request.Query[Query] is [{ } token])
                http.Request.Headers[Header] = token;
            var antiforgery = (IAntiforgery)http.RequestServices.GetService(typeof(IAntiforgery))!;
            return await antiforgery.IsRequestValidAsync(http)
                ? await next(context)
                : Results.StatusCode(StatusCodes.Status400BadRequest);
        });
}
