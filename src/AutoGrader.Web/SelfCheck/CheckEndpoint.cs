using System.Security.Claims;
using AutoGrader.Application;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Documents.Pdf.Writing;
using AutoGrader.Web.Components;
using AutoGrader.Web.Components.Pages.SelfCheck;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AutoGrader.Web.SelfCheck;

/// <summary>
/// Takes a hand-in and answers what was found, as a page, as JSON or as a PDF. It changes nothing and keeps nothing, so it needs neither
/// an account, unless the course wants one, nor a token against forged requests.
/// </summary>
internal static class CheckEndpoint
{
    /// <summary>The name of the field that holds the file.</summary>
    public const string Field = "file";

    private const int BoundaryLimit = 200;

    // What a form adds to its file.
    private const long FormMebibytes = 1;

    public static string AddressOf(Guid assignment) => $"/check/{assignment}";

    public static void MapSelfCheck(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/check/{assignment:guid}", CheckAsync).AllowAnonymous().DisableAntiforgery()
            .RequireRateLimiting(RateLimits.SelfCheck)
            // Before the page of the same address, which only shows the form.
            .WithOrder(-1);

    /// <summary>The person who is signed in, or <c>null</c>.</summary>
    public static Guid? PersonOf(HttpContext? http) =>
        Guid.TryParse(http?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    private static async Task<IResult> CheckAsync(
        Guid assignment, string? format, HttpContext http, ICheckedSheets sheets, CheckUpload check, IFeedbackPdfEngine engine, Speech say,
        IOptions<AutoGraderOptions> options)
    {
        if (await sheets.FindAsync(assignment, PersonOf(http), http.RequestAborted) is not { } sheet)
            return http.User.Identity?.IsAuthenticated == true ? Results.NotFound() : Results.Challenge();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = (options.Value.CheckMebibytes + FormMebibytes) * 1024L * 1024;
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= BoundaryLimit } boundary)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var outcome = await ReceiveAsync(new MultipartReader(boundary, http.Request.Body), sheet, check, http.RequestAborted);
        if (outcome.IsBusy)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "60";
        }
        return (format ?? Wanted(http.Request)) switch
        {
            "json" => Json(outcome, say),
            "pdf" when outcome.Result is { } result => Results.File(
                engine.Render(CheckPaper.Compose(result, sheet.Sheet, say.Language), null), "application/pdf",
                say["self-check.pdf", "selbstpruefung.pdf"]),
            _ => Page(new() { ["Assignment"] = assignment, ["Sheet"] = sheet, ["Outcome"] = outcome }),
        };
    }

    private static async Task<CheckOutcome> ReceiveAsync(
        MultipartReader reader, CheckedSheet sheet, CheckUpload check, CancellationToken cancellationToken)
    {
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                var disposition = section.GetContentDispositionHeader();
                if (disposition?.Name != Field)
                    continue;
                var name = HeaderUtilities.RemoveQuotes(
                    disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
                if (name is { Length: > 0 })
                    return await check.ExecuteAsync(section.Body, name, sheet.Sheet, cancellationToken);
            }
        }
        catch (InvalidDataException)
        {
            // No form, whatever its header says.
        }
        return new CheckOutcome(null, new("No file came. Choose one first.", "Es kam keine Datei an. Wählen Sie zuerst eine."));
    }

    private static string? Wanted(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1).FirstOrDefault()?.MediaType.Value;
        return accepted switch
        {
            "application/json" => "json",
            "application/pdf" => "pdf",
            _ => null,
        };
    }

    private static IResult Json(CheckOutcome outcome, Speech say) => outcome.Result is { } result
        ? Results.Bytes(CheckJson.Of(result, say.Language), "application/json")
        : Results.Json(
            new { problem = say[outcome.Problem!] },
            statusCode: outcome.IsBusy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity);

    private static RazorComponentResult<App> Page(Dictionary<string, object?> parameters)
    {
        RenderFragment content = builder =>
        {
            builder.OpenComponent<CheckAnswer>(0);
            builder.AddMultipleAttributes(1, parameters!);
            builder.CloseComponent();
        };
        return new RazorComponentResult<App>(new Dictionary<string, object?> { [nameof(App.Content)] = content });
    }
}
