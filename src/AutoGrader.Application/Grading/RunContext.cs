using AutoGrader.Application.Review;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.Application.Grading;

/// <summary>What is the same for all submissions of a run.</summary>
/// <param name="Plan">The opened input.</param>
/// <param name="Rubric">The rubric version.</param>
/// <param name="Language">The chosen language of feedback, or <c>null</c> for each report's own.</param>
/// <param name="DefaultLanguage">The language where the report's own is not known.</param>
/// <param name="Limits">The bounds of reading.</param>
/// <param name="Engine">The engine that renders the feedback.</param>
/// <param name="Actor">Who grades.</param>
internal sealed record RunContext(
    InputPlan Plan, RubricVersion Rubric, Language? Language, Language DefaultLanguage, PdfReadLimits Limits, string Engine, string Actor)
{
    /// <summary>Names what the result of a hand-in depends on.</summary>
    public string FingerprintOf(PlannedHandIn planned, Decisions decisions) =>
        Fingerprint.OfSubmission(planned, Rubric, Fingerprint.OfReader(Limits), Engine, Language, decisions.All);
}
