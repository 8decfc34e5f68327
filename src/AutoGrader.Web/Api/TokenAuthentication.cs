using System.Security.Claims;
using System.Text.Encodings.Web;
using AutoGrader.Application.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoGrader.Web.Api;

/// <summary>Makes the token's person known before the endpoint asks for it: how often somebody may ask counts by person.</summary>
internal static class TokenMiddleware
{
    public static void UseTokens(this IApplicationBuilder app) => app.Use(next => async http =>
    {
        // Who guesses tokens is nobody, and counted by address.
        if (http.Request.Path.StartsWithSegments("/api")
            && await http.AuthenticateAsync(TokenAuthentication.Name) is { Succeeded: true, Principal: { } person })
            http.User = person;
        await next(http);
    });
}

/// <summary><c>Authorization: Bearer …</c> with a token of a person's account.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Token";

    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (await tokens.FindAsync(header[Prefix.Length..].Trim(), Context.RequestAborted) is not { } person)
            return AuthenticateResult.Fail("The token is unknown, too old or taken away.");
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(ClaimTypes.Name, person.UserName!)], Name);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Name));
    }
}
