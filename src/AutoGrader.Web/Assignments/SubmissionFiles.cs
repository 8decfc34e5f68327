using System.IO.Compression;
using System.Net;
using AutoGrader.Application.Data;
using AutoGrader.Application.Review.Pages;
using AutoGrader.Web.Localisation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Web.Assignments;

/// <summary>The PDFs of a submission: the report as handed in, and the feedback.</summary>
internal static class SubmissionFiles
{
    // Nothing that a student's PDF says is run or loaded; the browser's own viewer needs its styles.
    private const string Policy =
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";

    // A page is shown as an image, in which nothing runs. Opened by itself it may do no more.
    private const string PagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'";

    private const string SvgType = "image/svg+xml";

    public static void MapSubmissionFiles(this IEndpointRouteBuilder endpoints)
    {
        var submission = endpoints.MapGroup("/courses/{course:guid}/assignments/{assignment:guid}/submissions/{submission:guid}");
        submission.MapGet("/feedback.pdf", (Guid submission, FindRun find, Database database, HttpContext http) =>
            SendAsync(submission, a => a.FeedbackHash, "feedback.pdf", find, database, http));
        submission.MapGet("/pages/{page:int}.svg", SendPageAsync);
        submission.MapGet("/report.pdf", (Guid submission, FindRun find, Database database, HttpContext http) =>
            SendAsync(submission, a => a.PdfHash, "report.pdf", find, database, http));
    }

    private static async Task<IResult> SendPageAsync(
        Guid submission, int page, FindRun find, Database database, DrawReport draw, HttpContext http, Speech say)
    {
        if (await HashAsync(submission, a => a.PdfHash, find, database, http) is not { } hash || !database.Artifacts.Contains(hash))
            return Results.NotFound();
        var drawn = await draw.ExecuteAsync(hash, http.RequestAborted);
        http.Response.Headers.ContentSecurityPolicy = PagePolicy;
        if (drawn.Failure is { } failure)
            return Results.Text(Notice(say[failure]), SvgType);
        if (page < 1 || page > drawn.Pages.Count)
            return Results.NotFound();
        var packed = drawn.Pages[page - 1];
        if (http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            http.Response.Headers.ContentEncoding = "br";
            return Results.Bytes(packed, SvgType);
        }
        return Results.Stream(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress), SvgType);
    }

    // In place of the page, where an image is expected.
    private static string Notice(string text) =>
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 595 842\" width=\"595\" height=\"842\"><rect width=\"595\" height=\"842\" "
        + $"fill=\"#fff\"/><text x=\"40\" y=\"80\" font-family=\"sans-serif\" font-size=\"14\">{WebUtility.HtmlEncode(text)}</text></svg>";

    private static async Task<string?> HashAsync(
        Guid submission, Func<StoredAssessment, string?> which, FindRun find, Database database, HttpContext http)
    {
        if (await find.ExecuteAsync(http.RequestAborted) is not { } run)
            return null;
        await using var context = await database.OpenAsync(http.RequestAborted);
        var result = await context.CountingIn(run.Id).AsNoTracking()
            .SingleOrDefaultAsync(a => a.SubmissionId == submission, http.RequestAborted);
        return result is null ? null : which(result);
    }

    private static async Task<IResult> SendAsync(
        Guid submission, Func<StoredAssessment, string?> which, string name, FindRun find, Database database, HttpContext http)
    {
        if (await HashAsync(submission, which, find, database, http) is not { } hash || database.Artifacts.TryGet(hash) is not { } content)
            return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{name}\"";
        return Results.Bytes(content, "application/pdf");
    }
}
