using AutoGrader.Application.People;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace AutoGrader.Web.People;

/// <summary>A person's own tokens.</summary>
internal static class AccountEndpoints
{
    private const string Page = "/account";

    public static void MapAccount(this IEndpointRouteBuilder endpoints)
    {
        var tokens = endpoints.MapGroup("/account/tokens").RequireToken();
        tokens.MapPost("", async ([FromForm] string? name, ApiTokens made, CourseScope scope, HttpContext http) =>
        {
            if (!string.IsNullOrWhiteSpace(name))
                Flash.Good(http, "token " + await made.CreateAsync(scope.PersonId, name, scope.Actor, http.RequestAborted));
            return Results.LocalRedirect(Page);
        });
        tokens.MapPost("/{token:guid}/revoke", async (Guid token, ApiTokens made, CourseScope scope, HttpContext http) =>
        {
            await made.RevokeAsync(scope.PersonId, token, scope.Actor, http.RequestAborted);
            return Results.LocalRedirect(Page);
        });
    }
}
