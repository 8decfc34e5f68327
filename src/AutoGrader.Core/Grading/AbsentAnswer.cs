using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading;

/// <summary>
/// Scores criteria whose answer is missing or cannot be read. A missing answer earns nothing; an unreadable one is a person's to read.
/// </summary>
internal static class AbsentAnswer
{
    /// <summary>The score where no answer was found: zero, as sure as it is that there is none.</summary>
    public static CriterionScore Missing(Criterion criterion, Answer answer, AnswerDocument document)
    {
        var unread = document.Remarks.Where(r => r.Kind.HidesPages()).ToList();
        var rationale = unread.Count == 0
            ? new LocalizedText("No answer to this question was found.", "Es wurde keine Antwort auf diese Frage gefunden.")
            : UnreadPlaces.Parts;
        return Zero(criterion, rationale) with
        {
            Confidence = unread.Count == 0 ? answer.Confidence : 0,
            NeedsReview = unread.Count > 0,
            Evidence = PlacesOf(unread, document),
        };
    }

    /// <summary>The score where something stands that cannot be read.</summary>
    public static CriterionScore Unreadable(Criterion criterion, Answer answer, AnswerDocument document) =>
        Zero(criterion, new LocalizedText(
            "What stands here could not be read automatically (an image, or formulas drawn as outlines); a person will read it.",
            "Was hier steht, ließ sich nicht automatisch lesen (ein Bild oder als Umrisse gezeichnete Formeln); "
                + "eine Person liest es.")) with
        {
            NeedsReview = true,
            Evidence = answer.Blocks.Count > 0
                ? [.. answer.Blocks.SelectMany(EvidenceFinder.Find)]
                : PlacesOf(document.Remarks.Where(r => r.Kind.HidesPages() || r.Kind == ReadingRemarkKind.OutlineFormulas), document),
        };

    private static CriterionScore Zero(Criterion criterion, LocalizedText rationale) =>
        CriterionScore.Of(criterion, Points.Zero, confidence: 0, rationale);

    private static IReadOnlyList<Evidence> PlacesOf(IEnumerable<ReadingRemark> remarks, AnswerDocument document) =>
        [
            .. remarks
                .Where(r => r.Page > 0 && r.Page <= document.Pages.Count)
                .Select(r => new Evidence(r.Page, r.Box ?? WholePage(r.Page, document), "")),
        ];

    private static Box WholePage(int page, AnswerDocument document) =>
        new(0, 0, document.Pages[page - 1].Width, document.Pages[page - 1].Height);
}
