using System.Security.Claims;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.People;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AutoGrader.Web.People;

/// <summary>
/// Sign-in by an OpenID Connect provider, where one is set. The provider says who somebody is; whether they may come in, an invitation
/// says: an account there alone opens nothing here, and no account here is taken over because an address is the same.
/// </summary>
internal static class OpenIdSignIn
{
    private const string Scheme = "OpenId";
    private const string SecretItem = "invitation";
    private const string ReturnPath = "/sign-in/provider/return";

    public static IServiceCollection AddOpenIdSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetSection($"{WebOptions.Section}:{nameof(WebOptions.OpenId)}").Get<OpenIdOptions>() is { IsOn: true } settings)
            services.AddAuthentication().AddOpenIdConnect(Scheme, options => Configure(options, settings));
        return services;
    }

    public static void MapOpenIdSignIn(this IEndpointRouteBuilder endpoints, OpenIdOptions settings)
    {
        if (!settings.IsOn)
            return;
        endpoints.MapGet("/sign-in/provider", Challenge).AllowAnonymous();
        endpoints.MapGet(ReturnPath, ReturnAsync).AllowAnonymous();
        endpoints.MapGet(ProviderLink.Path, (HttpContext http, ProviderLink link) => link.BeginAsync(http, Scheme, ReturnPath));
        endpoints.MapPost(ProviderLink.Path + "/remove", (HttpContext http, ProviderLink link) => link.RemoveAsync(http)).RequireToken();
    }

    private static void Configure(OpenIdConnectOptions options, OpenIdOptions settings)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.Authority = settings.Authority;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.RequireHttpsMetadata = settings.Authority.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        options.ResponseType = OpenIdConnectResponseType.Code;
        // By the address and not by a form of the provider's: then the cookies need not be sent across sites.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.UsePkce = true;
        options.Scope.Add("email");
        options.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect(SignIn.Path);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static IResult Challenge(string? back, string? secret, SignInManager<Person> manager)
    {
        var target = $"{ReturnPath}?back={Uri.EscapeDataString(LocalAddress.Or(back, Paths.Courses))}";
        var properties = manager.ConfigureExternalAuthenticationProperties(Scheme, target);
        // Travels encrypted, not in an address that the provider sees.
        if (secret is not null)
            properties.Items[SecretItem] = secret;
        return Results.Challenge(properties, [Scheme]);
    }

    private static async Task<IResult> ReturnAsync(
        string? back, SignInManager<Person> manager, RegisterPerson register, AcceptInvitation accept, AutoGraderDbContext context,
        ProviderLink link, HttpContext http, Speech say)
    {
        if (await manager.GetExternalLoginInfoAsync() is not { } login)
            return Results.LocalRedirect(SignIn.Path);
        if (ProviderLink.IsLink(login))
            return await link.FinishAsync(login, http);
        var secret = login.AuthenticationProperties?.Items.TryGetValue(SecretItem, out var given) == true ? given : null;
        var person = await manager.UserManager.FindByLoginAsync(login.LoginProvider, login.ProviderKey);
        if (person is not null && secret is not null)
            await JoinAsync(context, accept, secret, person);
        else if (person is null && secret is not null)
            person = await RegisterAsync(register, login, secret);
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        if (person is null)
        {
            Flash.Bad(http, say[
                "You have no account here yet, or one with a password. If you have a password, sign in with it and link the two on your "
                + "account's page; otherwise ask an instructor for a link, open it, and choose the same button there.",
                "Sie haben hier noch kein Konto, oder eines mit Passwort. Mit Passwort melden Sie sich an und verknüpfen beides auf der "
                + "Seite Ihres Kontos; sonst bitten Sie eine Kursleitung um einen Link, öffnen ihn und wählen dort denselben Knopf."]);
            return Results.LocalRedirect(SignIn.Path);
        }
        await manager.SignInAsync(person, isPersistent: false);
        return Results.LocalRedirect(LocalAddress.Or(back, Paths.Courses));
    }

    private static async Task JoinAsync(AutoGraderDbContext context, AcceptInvitation accept, string secret, Person person)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        if (await accept.ExecuteAsync(context, secret, person))
            await transaction.CommitAsync();
    }

    private static async Task<Person?> RegisterAsync(RegisterPerson register, ExternalLoginInfo login, string secret)
    {
        if (login.Principal.FindFirstValue(ClaimTypes.Email) is not { } email)
            return null;
        var name = login.Principal.FindFirstValue("name") ?? login.Principal.FindFirstValue(ClaimTypes.Name) ?? email;
        var (person, _) = await register.ExecuteAsync(secret, name, email, password: null, login);
        return person;
    }
}
