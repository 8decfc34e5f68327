using System.Globalization;
using System.Security.Cryptography;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Review.Second;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace AutoGrader.Web.Review;

/// <summary>Double marking: draw a sample, mark it, settle where the marks differ.</summary>
internal static class SecondEndpoints
{
    internal const int MostSeeds = 1_000_000;

    public static void MapSecondMarks(this IEndpointRouteBuilder endpoints)
    {
        var run = endpoints.MapGroup("/courses/{course:guid}/assignments/{assignment:guid}/runs/{run:guid}/second").RequireToken();
        run.MapPost("/draw", DrawAsync).WithMetadata(new NeedsRoleAttribute(CourseRole.Instructor));
        run.MapPost("/submissions/{submission:guid}/mark", MarkAsync);
        run.MapPost("/marks/{mark:guid}/settle", SettleAsync);
    }

    private static async Task<IResult> DrawAsync(
        Guid run, [FromForm] string? question, [FromForm] decimal count, [FromForm] string? unit, [FromForm] string? seed,
        DrawSecondMarks draw, CourseScope scope, HttpContext http, Speech say)
    {
        // A field that is left empty comes as an empty text.
        var chosen = string.IsNullOrEmpty(seed) ? RandomNumberGenerator.GetInt32(1, MostSeeds) : 0;
        var isNumber = chosen > 0 || int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out chosen);
        if (SizeOf(count, unit) is not { } size || !isNumber)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var drawn = await draw.ExecuteAsync(
            run, string.IsNullOrEmpty(question) ? null : question, size, chosen, scope.Actor, http.RequestAborted);
        Flash.Good(http, say[$"{drawn} answers drawn, seed {chosen}.", $"{drawn} Antworten gezogen, Startwert {chosen}."]);
        return Results.LocalRedirect(Paths.In(scope, "second"));
    }

    private static SampleSize? SizeOf(decimal amount, string? unit) =>
        unit == "percent" ? SampleSize.TryCreate(null, amount)
        : amount % 1 == 0 && amount is >= 1 and <= SampleSize.MostAnswers ? SampleSize.TryCreate((int)amount, null)
        : null;

    private static async Task<IResult> MarkAsync(
        Guid run, Guid submission, IFormCollection form, MarkAgain mark, CourseScope scope, HttpContext http, Speech say)
    {
        try
        {
            var points = form.Keys.Where(k => k.StartsWith(ReviewEndpoints.PointsField, StringComparison.Ordinal)).ToDictionary(
                k => k[ReviewEndpoints.PointsField.Length..], k => ReviewEndpoints.PointsOf(form[k]), StringComparer.Ordinal);
            if (await mark.ExecuteAsync(run, submission, form["question"].ToString(), points, scope.Actor, http.RequestAborted))
                Flash.Good(http, say["Marked.", "Bewertet."]);
            else
                Flash.Bad(http, say["Somebody else was faster.", "Jemand anderes war schneller."]);
            return Results.LocalRedirect(Paths.In(scope, "second/next"));
        }
        catch (ArgumentException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> SettleAsync(
        Guid run, Guid mark, [FromForm] string? points, [FromForm] string? reason, [FromForm] string? version, SettleSecondMark settle,
        CourseScope scope, HttpContext http, Speech say)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            Flash.Bad(http, say["A difference is settled only with a reason.", "Ein Unterschied wird nur mit Begründung geklärt."]);
            return Results.LocalRedirect(Paths.In(scope, "second"));
        }
        try
        {
            var problem = await settle.ExecuteAsync(
                run, mark, ReviewEndpoints.PointsOf(points), reason, version ?? "", scope.Actor, http.RequestAborted);
            if (problem is null)
                Flash.Good(http, say["Settled.", "Geklärt."]);
            else
                Flash.Bad(http, say[problem]);
            return Results.LocalRedirect(Paths.In(scope, "second"));
        }
        catch (ArgumentException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }
}
