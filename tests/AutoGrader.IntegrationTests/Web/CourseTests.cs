using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>Roles decide what is done in a course.</summary>
public sealed class CourseTests
{
    [Theory]
    [InlineData("Tutor", "", HttpStatusCode.OK)]
    [InlineData("Tutor", "/people", HttpStatusCode.Forbidden)]
    [InlineData("Tutor", "/new-assignment", HttpStatusCode.Forbidden)]
    [InlineData("Student", "", HttpStatusCode.OK)]
    [InlineData("Student", "/people", HttpStatusCode.Forbidden)]
    [InlineData("Instructor", "/people", HttpStatusCode.OK)]
    public async Task Roles_decide_which_pages_of_the_course_open(string role, string page, HttpStatusCode expected)
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        using var other = service.OpenBrowser();
        await other.RegisterAsync(await own.InviteAsync(role), "Grace");

        Assert.Equal(expected, (await other.Client.GetAsync(own.Course + page)).StatusCode);
        if (role == "Student")
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Client.GetAsync(own.Assignment + "/submissions")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Client.GetAsync("/new-course")).StatusCode);
    }

    [Fact]
    public async Task Only_instructors_see_the_dashboard_of_jobs()
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        using var tutor = service.OpenBrowser();
        await tutor.RegisterAsync(await own.InviteAsync("Tutor"), "Grace");
        using var nobody = service.OpenBrowser();

        Assert.Equal(HttpStatusCode.OK, (await own.Browser.GetAsync("/jobs")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await tutor.Client.GetAsync("/jobs")).StatusCode);
        Assert.Equal("/sign-in", (await nobody.GetAsync("/jobs")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_removed_member_is_out_at_once_and_the_last_instructor_stays()
    {
        await using var service = await RunningService.StartAsync();
        var own = await CourseSetup.FirstAsync(service);
        using var tutor = service.OpenBrowser();
        await tutor.RegisterAsync(await own.InviteAsync("Tutor"), "Grace");
        Assert.Equal(HttpStatusCode.OK, (await tutor.Client.GetAsync(own.Assignment)).StatusCode);

        await own.Browser.SubmitAsync(own.Course + "/people", "/remove");

        Assert.Equal(HttpStatusCode.NotFound, (await tutor.Client.GetAsync(own.Assignment)).StatusCode);
        await using var context = await service.OpenAsync();
        Assert.Single(await context.CourseMembers.ToListAsync());
        Assert.Contains(await context.Audit.ToListAsync(), a => a.Action == "member.remove");
    }

    [Fact]
    public async Task What_strangers_may_open_is_written_down_here()
    {
        await using var service = await RunningService.StartAsync();
        var endpoints = service.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        var open = endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => e.RoutePattern.RawText!.TrimEnd('/')).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "", "/api/openapi.json", "/assets/{hash}/{name}", "/check/{Assignment:guid}", "/check/{assignment:guid}",
                "/error", "/error/{Status:int}", "/favicon.ico", "/health/live", "/health/ready",
                "/invitation", "/language/{code:regex(^(en|de)$)}", "/sign-in", "/sign-out",
            ],
            open);
    }
}
