using System.Security.Claims;
using System.Text.Encodings.Web;
using AutoGrader.Application.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoGrader.Web.Api;

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
