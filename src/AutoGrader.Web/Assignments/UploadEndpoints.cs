using AutoGrader.Application;
using AutoGrader.Application.Courses;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AutoGrader.Web.Assignments;

/// <summary>
/// Receives export and worksheet of an assignment. The body is read part by part straight to disk: a gigabyte needs no more memory than a
/// kilobyte, and nothing is buffered first.
/// </summary>
internal static class UploadEndpoints
{
    private const string ExportField = "export";
    private const string WorksheetField = "worksheet";
    private const int BoundaryLimit = 200;

    // What a form adds to its files: field names, headers, a worksheet.
    private const long FormMebibytes = 64;

    public static void MapUploads(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/courses/{course:guid}/assignments/{assignment:guid}/upload", UploadAsync).RequireToken();

    private static async Task<IResult> UploadAsync(
        HttpContext http, ReceiveUpload export, ReceiveWorksheet worksheet, CourseScope scope, Speech say,
        IOptions<AutoGraderOptions> options)
    {
        var limit = (options.Value.UploadMebibytes + FormMebibytes) * 1024 * 1024;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = limit;
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= BoundaryLimit } boundary)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var summary = new UploadSummary(say);
        var reader = new MultipartReader(boundary, http.Request.Body);
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition || NameOf(disposition) is not { Length: > 0 } name)
                continue;
            if (disposition.Name == ExportField)
            {
                summary.Add(name, await export.ExecuteAsync(
                    scope.Assignment.Id, name, section.Body, scope.Actor, http.RequestAborted));
            }
            else if (disposition.Name == WorksheetField)
            {
                summary.Add(name, await worksheet.ExecuteAsync(
                    scope.Assignment.Id, section.Body, downloadedAt: null, scope.Actor, http.RequestAborted));
            }
        }
        return Answer(http, summary, scope);
    }

    // Scripts ask for JSON and go on themselves.
    private static IResult Answer(HttpContext http, UploadSummary summary, CourseScope scope)
    {
        var address = Paths.In(scope, summary.HasProblem || !summary.HasExport ? "" : "preview");
        if (summary.HasProblem)
            Flash.Bad(http, summary.Text);
        else
            Flash.Good(http, summary.Text);
        return http.Request.Headers.XRequestedWith == "XMLHttpRequest"
            ? Results.Json(new { address })
            : Results.LocalRedirect(address);
    }

    private static string? NameOf(ContentDispositionHeaderValue disposition)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return HeaderUtilities.RemoveQuotes(name).Value;
    }
}
