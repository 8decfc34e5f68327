namespace AutoGrader.Core.Review;

/// <summary>The kinds of <see cref="TutorHint"/>.</summary>
public enum HintKind
{
    /// <summary>A long answer is nearly the same as another student's.</summary>
    SimilarAnswer,

    /// <summary>A wrong matrix has the same wrong entries, which no known mistake leads to, as another student's.</summary>
    SameWrongMatrix,

    /// <summary>The report seems to answer another sheet.</summary>
    OtherSheet,
}

/// <summary>
/// Something a tutor may want to look at. It changes no points, asks for no decision and is never shown to students: there are many
/// innocent reasons for it.
/// </summary>
/// <param name="Kind">What kind of hint.</param>
/// <param name="QuestionId">The question; <c>null</c> for the whole report.</param>
/// <param name="Others">The hand-ins that it has in common with this one, by their keys; empty where it is about this one alone.</param>
/// <param name="Text">One sentence.</param>
public sealed record TutorHint(HintKind Kind, string? QuestionId, IReadOnlyList<string> Others, LocalizedText Text)
{
    /// <summary>The name of a kind on the wire.</summary>
    public string WireName => Kind switch
    {
        HintKind.SimilarAnswer => "similar-answer",
        HintKind.SameWrongMatrix => "same-wrong-matrix",
        _ => "other-sheet",
    };
}
