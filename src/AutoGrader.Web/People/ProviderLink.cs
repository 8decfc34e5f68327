using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace AutoGrader.Web.People;

/// <summary>
/// Links a provider's account with the account of whoever is signed in here, and takes the link away again. Only they can: an e-mail
/// address that is the same on both sides proves nothing.
/// </summary>
internal sealed class ProviderLink(
    SignInManager<Person> manager, AutoGraderDbContext context, AuditTrail audit, CourseScope scope, IAntiforgery antiforgery, Speech say)
{
    /// <summary>Where linking begins.</summary>
    public const string Path = "/account/provider";

    private const string AccountPage = "/account";
    private const string Item = "link";

    /// <summary>
    /// Sends the person to the provider. By a link, because a form must not lead to another site; the token in it keeps others from
    /// linking an account of theirs.
    /// </summary>
    public async Task<IResult> BeginAsync(HttpContext http, string scheme, string returnPath)
    {
        http.Request.Headers[AntiforgeryFilter.Header] = http.Request.Query[AntiforgeryFilter.Query].ToString();
        try
        {
            await antiforgery.ValidateRequestAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        var properties = manager.ConfigureExternalAuthenticationProperties(scheme, returnPath);
        properties.Items[Item] = scope.PersonId.ToString();
        return Results.Challenge(properties, [scheme]);
    }

    /// <summary>Whether a provider's answer belongs to a link that was begun here.</summary>
    public static bool IsLink(ExternalLoginInfo login) => login.AuthenticationProperties?.Items.ContainsKey(Item) == true;

    /// <summary>Links, if the person who began is the one who is signed in now.</summary>
    public async Task<IResult> FinishAsync(ExternalLoginInfo login, HttpContext http)
    {
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        var id = scope.PersonId.ToString();
        if (login.AuthenticationProperties!.Items[Item] != id || await manager.UserManager.FindByIdAsync(id) is not { } person)
            return Results.LocalRedirect(SignIn.Path);
        await using var transaction = await context.Database.BeginTransactionAsync(http.RequestAborted);
        var result = await manager.UserManager.AddLoginAsync(person, login);
        if (!result.Succeeded)
        {
            Flash.Bad(http, say[
                "That account is linked already: to you, or to somebody else here.",
                "Dieses Konto ist schon verknüpft: mit Ihnen oder mit jemand anderem hier."]);
            return Results.LocalRedirect(AccountPage);
        }
        audit.Add(context, scope.Actor, "person.link", id);
        await context.SaveChangesAsync(http.RequestAborted);
        await transaction.CommitAsync(http.RequestAborted);
        Flash.Good(http, say["From now on you can sign in with either.", "Ab jetzt können Sie sich mit beidem anmelden."]);
        return Results.LocalRedirect(AccountPage);
    }

    /// <summary>Takes the links away, if a password remains to sign in with.</summary>
    public async Task<IResult> RemoveAsync(HttpContext http)
    {
        if (await manager.UserManager.GetUserAsync(http.User) is not { } person || !await manager.UserManager.HasPasswordAsync(person))
            return Results.LocalRedirect(AccountPage);
        await using var transaction = await context.Database.BeginTransactionAsync(http.RequestAborted);
        foreach (var login in await manager.UserManager.GetLoginsAsync(person))
            await manager.UserManager.RemoveLoginAsync(person, login.LoginProvider, login.ProviderKey);
        audit.Add(context, scope.Actor, "person.unlink", person.Id.ToString());
        await context.SaveChangesAsync(http.RequestAborted);
        await transaction.CommitAsync(http.RequestAborted);
        await manager.RefreshSignInAsync(person);
        Flash.Good(http, say["The link is gone; your password remains.", "Die Verknüpfung ist weg; Ihr Passwort bleibt."]);
        return Results.LocalRedirect(AccountPage);
    }
}
