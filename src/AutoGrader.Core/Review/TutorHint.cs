namespace AutoGrader.Core.Review;

/// <summary>The kinds of <see cref="TutorHint"/>.</summary>
public enum HintKind
{
    /// <summary>Long answers are nearly the same as another student's.</summary>
    SimilarAnswer,

    /// <summary>A matrix has the same wrong entries, which no known mistake leads to, as another student's.</summary>
    SameWrongMatrix,

    /// <summary>The report seems to answer another sheet.</summary>
    OtherSheet,
}

/// <summary>
/// Something a tutor may want to look at. It changes no points, asks for no decision and is never shown to students: there are many
/// innocent reasons for it.
/// </summary>
/// <param name="Kind">What kind of hint.</param>
/// <param name="Questions">The questions; empty for the whole report.</param>
/// <param name="Others">The hand-ins it has this in common with, by their keys; empty where it is about this one alone.</param>
/// <param name="Text">One sentence.</param>
public sealed record TutorHint(HintKind Kind, IReadOnlyList<string> Questions, IReadOnlyList<string> Others, LocalizedText Text)
{
    /// <summary>The name of the kind on the wire.</summary>
    public string WireName => Kind switch
    {
        HintKind.SimilarAnswer => "similar-answer",
        HintKind.SameWrongMatrix => "same-wrong-matrix",
        _ => "other-sheet",
    };

    /// <summary>Whether it matters to who decides on a question.</summary>
    public bool Concerns(string question) => Questions.Count == 0 || Questions.Contains(question);
}
