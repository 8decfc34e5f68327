using System.Globalization;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Core;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace AutoGrader.Web.Review;

/// <summary>What is done at the desk: decide, take back, judge the rest anew.</summary>
internal static class ReviewEndpoints
{
    /// <summary>Before a criterion's id: the points that are given for it.</summary>
    public const string PointsField = "points:";

    /// <summary>Before a criterion's id: what was seen of it.</summary>
    public const string VersionField = "version:";

    public static void MapReview(this IEndpointRouteBuilder endpoints)
    {
        var run = endpoints.MapGroup("/courses/{course:guid}/assignments/{assignment:guid}/runs/{run:guid}").RequireToken();
        run.MapPost("/decide", DecideAsync);
        run.MapPost("/decisions/{decision:guid}/undo", UndoAsync);
        run.MapPost("/rejudge", RejudgeAsync);
        run.MapPost("/submissions/{submission:guid}/points", GiveAsync);
        endpoints.MapPost("/courses/{course:guid}/assignments/{assignment:guid}/blind", SetBlind).RequireToken();
    }

    /// <summary>Whether this person wants names to stay hidden.</summary>
    public static bool IsBlind(HttpContext? http) => http?.Request.Cookies["blind"] == "yes";

    private static async Task<IResult> DecideAsync(
        Guid run, [FromForm] DecideForm form, DecideReview decide, CourseScope scope, HttpContext http, Speech say)
    {
        if (Points.TryFromValue(form.Points) is not { } points || form.Items is not { Length: > 0 })
        {
            Flash.Bad(http, say["Choose points and at least one hand-in.", "Wählen Sie Punkte und mindestens eine Abgabe."]);
            return Results.LocalRedirect(Paths.In(scope, "review"));
        }
        try
        {
            var result = await decide.ExecuteAsync(new DecideRequest
            {
                RunId = run,
                CriterionId = form.Criterion ?? "",
                Points = points,
                Reason = form.Reason ?? "",
                By = scope.Actor,
                Items = [.. form.Items.Select(ItemOf)],
            }, http.RequestAborted);
            foreach (var refused in result.Refused.Take(1))
                Flash.Bad(http, say[refused.Reason]);
            // The criterion says which question to judge anew, the decision what can be taken back.
            return Results.LocalRedirect(Paths.In(scope, $"review/next{Query(form, result.DecisionId)}"));
        }
        catch (ArgumentException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> UndoAsync(
        Guid run, Guid decision, [FromForm] string? question, [FromForm] Guid? submission, UndoDecision undo, RejudgeBehind behind,
        CourseScope scope, HttpContext http, Speech say)
    {
        var result = await undo.ExecuteAsync(decision, scope.Actor, http.RequestAborted);
        if (result.Restored > 0)
            await behind.ExpectAsync(run, [result.CriterionId], scope.Actor, http.RequestAborted);
        Flash.Good(http, say[$"Taken back for {result.Restored}.", $"Zurückgenommen für {result.Restored}."]);
        if (submission is { } back)
            return Results.LocalRedirect(Paths.In(scope, $"submissions/{back}"));
        return Results.LocalRedirect(Paths.In(scope, question is null ? "review" : $"review?question={Uri.EscapeDataString(question)}"));
    }

    private static async Task<IResult> GiveAsync(
        Guid run, Guid submission, IFormCollection form, GivePoints give, CourseScope scope, HttpContext http, Speech say)
    {
        try
        {
            var fields = form.Keys.Where(k => k.StartsWith(PointsField, StringComparison.Ordinal) && form[k] != "");
            var wanted = fields.Select(k => new CriterionPoints(
                k[PointsField.Length..], PointsOf(form[k]), form[VersionField + k[PointsField.Length..]].ToString())).ToList();
            var given = await give.ExecuteAsync(run, submission, wanted, form["reason"].ToString(), scope.Actor, http.RequestAborted);
            if (given.Problem is { } problem)
                Flash.Bad(http, say[problem]);
            else
                Flash.Good(http, say[$"{given.Decided} criteria decided.", $"{given.Decided} Kriterien entschieden."]);
            return Results.LocalRedirect(Paths.In(scope, $"submissions/{submission}{(given.Problem is null ? "" : "/points")}"));
        }
        catch (ArgumentException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>Points from a form.</summary>
    /// <exception cref="ArgumentException">They are none.</exception>
    internal static Points PointsOf(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && Points.TryFromValue(value) is { } points
            ? points : throw new ArgumentException("Points come in halves.", nameof(text));

    private static async Task<IResult> RejudgeAsync(
        Guid run, [FromForm] string question, RejudgeQuestion rejudge, CourseScope scope, HttpContext http, Speech say)
    {
        var changed = await rejudge.ExecuteAsync(run, question, scope.Actor, http.RequestAborted);
        // An opened item was decided by the machine until what was learnt made it doubt: as much to be known as the others.
        var decided = changed.Count(c => c is { WasOpen: true, IsOpen: false });
        var opened = changed.Count(c => c is { WasOpen: false, IsOpen: true });
        var text = say[
            $"Judged anew with what was learnt: {decided} more decided, {opened} opened again, "
            + $"{changed.Count - decided - opened} suggested otherwise.",
            $"Mit dem Gelernten neu bewertet: {decided} weitere entschieden, {opened} wieder geöffnet, "
            + $"{changed.Count - decided - opened} anders vorgeschlagen."];
        if (http.Request.Headers.XRequestedWith == "XMLHttpRequest")
            return Results.Json(new { changed = changed.Count, text });
        Flash.Good(http, text);
        return Results.LocalRedirect(Paths.In(scope, "review"));
    }

    private static IResult SetBlind([FromForm] string? on, CourseScope scope, HttpContext http)
    {
        if (on == "yes")
        {
            http.Response.Cookies.Append("blind", "yes", new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromDays(30),
                Secure = http.Request.IsHttps,
            });
        }
        else
        {
            http.Response.Cookies.Delete("blind");
        }
        return Results.LocalRedirect(Paths.In(scope, "review"));
    }

    private static DecidedItem ItemOf(string text)
    {
        var parts = text.Split('|', 2);
        return parts.Length == 2 && Guid.TryParse(parts[0], out var id)
            ? new DecidedItem(id, parts[1])
            : throw new ArgumentException("An item names a submission and its version.", nameof(text));
    }

    private static string Query(DecideForm form, Guid? decision) => string.Create(CultureInfo.InvariantCulture,
        $"?question={Uri.EscapeDataString(form.Question ?? "")}&only={(form.Only ? "true" : "false")}&decision={decision}");
}

/// <summary>The form of a decision.</summary>
internal sealed class DecideForm
{
    public string? Criterion { get; set; }

    public string? Question { get; set; }

    /// <summary>Whether the tutor goes through this question alone.</summary>
    public bool Only { get; set; }

    public decimal Points { get; set; }

    public string? Reason { get; set; }

    /// <summary>Submissions with what was seen of them: <c>id|version</c>.</summary>
    public string[]? Items { get; set; }
}
