using System.Globalization;
using System.Security.Claims;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Web.Jobs;

/// <summary>Hangfire's dashboard, for instructors to look at: ids of entries, no names, and nothing to be changed.</summary>
internal static class Dashboard
{
    /// <summary>Where it lies.</summary>
    public const string Path = "/jobs";

    public static void MapDashboard(this IEndpointRouteBuilder endpoints) => endpoints.MapHangfireDashboard(Path, new DashboardOptions
    {
        AppPath = "/courses",
        DashboardTitle = "AutoGrader",
        DisplayStorageConnectionString = false,
        // The ledger is the truth: a job deleted here would only come back.
        IsReadOnlyFunc = _ => true,
        Authorization = [],
        AsyncAuthorization = [new InstructorsOnly()],
    });

    private sealed class InstructorsOnly : IDashboardAsyncAuthorizationFilter
    {
        public async Task<bool> AuthorizeAsync(DashboardContext context)
        {
            var http = context.GetHttpContext();
            if (http.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } text)
                return false;
            var id = Guid.Parse(text, CultureInfo.InvariantCulture);
            var database = http.RequestServices.GetRequiredService<Database>();
            await using var opened = await database.OpenAsync(http.RequestAborted);
            return await opened.CourseMembers.AnyAsync(m => m.PersonId == id && m.Role == CourseRole.Instructor, http.RequestAborted)
                || await opened.Users.AnyAsync(p => p.Id == id && p.IsAdministrator, http.RequestAborted);
        }
    }
}
