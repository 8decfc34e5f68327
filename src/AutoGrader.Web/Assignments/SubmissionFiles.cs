using AutoGrader.Application.Data;
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

    public static void MapSubmissionFiles(this IEndpointRouteBuilder endpoints)
    {
        var submission = endpoints.MapGroup("/courses/{course:guid}/assignments/{assignment:guid}/submissions/{submission:guid}");
        submission.MapGet("/feedback.pdf", (Guid submission, FindRun find, Database database, HttpContext http) =>
            SendAsync(submission, a => a.FeedbackHash, "feedback.pdf", find, database, http));
        submission.MapGet("/report.pdf", (Guid submission, FindRun find, Database database, HttpContext http) =>
            SendAsync(submission, a => a.PdfHash, "report.pdf", find, database, http));
    }

    private static async Task<IResult> SendAsync(
        Guid submission, Func<StoredAssessment, string?> which, string name, FindRun find, Database database, HttpContext http)
    {
        if (await find.ExecuteAsync(http.RequestAborted) is not { } run)
            return Results.NotFound();
        await using var context = await database.OpenAsync(http.RequestAborted);
        var result = await context.Assessments.AsNoTracking()
            .SingleOrDefaultAsync(a => a.SubmissionId == submission && a.RubricHash == run.RubricHash, http.RequestAborted);
        if (result is null || which(result) is not { } hash || database.Artifacts.TryGet(hash) is not { } content)
            return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{name}\"";
        return Results.Bytes(content, "application/pdf");
    }
}
