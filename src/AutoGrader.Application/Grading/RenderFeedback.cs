using AutoGrader.Application.Data;
using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Pdf.Writing;
using Microsoft.Extensions.Logging;

namespace AutoGrader.Application.Grading;

/// <summary>Composes and renders the feedback of a submission and stores the file.</summary>
internal sealed class RenderFeedback(Database database, IFeedbackPdfEngine engine, TimeProvider clock, ILogger<RenderFeedback> logger)
{
    /// <summary>The engine's name, part of what a result depends on.</summary>
    public string Engine { get; } = $"{engine.GetType().FullName}/{engine.GetType().Assembly.ManifestModule.ModuleVersionId:N}";

    /// <summary>Renders and stores.</summary>
    /// <returns>The file's hash and length; <c>null</c> where the engine failed, which costs the feedback but never the marks.</returns>
    public async Task<(string Hash, long Length)?> RenderAsync(
        Guid submissionId,
        FeedbackSubject subject,
        RubricVersion rubric,
        Assessment? assessment,
        Language language,
        byte[]? studentPdf,
        CancellationToken cancellationToken)
    {
        var report = FeedbackComposer.Compose(subject, rubric, assessment, language);
        foreach (var pages in new[] { studentPdf, null }.Distinct())
        {
            try
            {
                var content = await Bounded.RunAsync(() => engine.Render(report, pages), clock, cancellationToken);
                return (database.Artifacts.Put(content), content.Length);
            }
            catch (Exception fault) when (fault is not (OperationCanceledException or IOException))
            {
                // The message may quote the report; type and place suffice.
                logger.LogError("Rendering the feedback of submission {Submission} failed: {Fault}", submissionId, Faults.Describe(fault));
            }
        }
        return null;
    }
}
