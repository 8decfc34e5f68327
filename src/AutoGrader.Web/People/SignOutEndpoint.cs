using AutoGrader.Application.Data.Courses;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace AutoGrader.Web.People;

/// <summary>Signs out.</summary>
internal static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/sign-out", async (SignInManager<Person> manager) =>
        {
            await manager.SignOutAsync();
            return Results.LocalRedirect("/");
        }).AllowAnonymous().RequireToken();
}
