namespace AutoGrader.Core.Reading;

/// <summary>The wire names of remarks, part of the JSON contract, and what follows from them.</summary>
public static class ReadingRemarkKinds
{
    private static readonly Dictionary<ReadingRemarkKind, string> Names = new()
    {
        [ReadingRemarkKind.BrokenPage] = "broken-page",
        [ReadingRemarkKind.ImageOnlyPage] = "image-only-page",
        [ReadingRemarkKind.RecognisedText] = "recognised-text",
        [ReadingRemarkKind.OutlineFormulas] = "outline-formulas",
        [ReadingRemarkKind.UnknownLetters] = "unknown-letters",
        [ReadingRemarkKind.HiddenText] = "hidden-text",
        [ReadingRemarkKind.Annotation] = "annotation",
        [ReadingRemarkKind.Attachment] = "attachment",
        [ReadingRemarkKind.Picture] = "picture",
        [ReadingRemarkKind.LimitReached] = "limit-reached",
    };

    /// <summary>The name of a kind on the wire, such as <c>hidden-text</c>.</summary>
    public static string WireName(this ReadingRemarkKind kind) => Names[kind];

    /// <summary>Whether whole pages, or all behind a place, were not read: an answer may stand anywhere there.</summary>
    public static bool HidesPages(this ReadingRemarkKind kind) =>
        kind is ReadingRemarkKind.BrokenPage or ReadingRemarkKind.ImageOnlyPage or ReadingRemarkKind.LimitReached;

    /// <summary>Whether something that may be an answer was not read. Pictures are another matter: mostly they are none.</summary>
    public static bool HidesContent(this ReadingRemarkKind kind) =>
        kind.HidesPages() || kind is ReadingRemarkKind.OutlineFormulas or ReadingRemarkKind.UnknownLetters;

    /// <summary>
    /// Whether it tells of words in the file that are no part of the report as printed. They were left out on purpose. For tutors only: it
    /// is mostly harmless (text recognition, comments), and no student is to be told otherwise.
    /// </summary>
    public static bool IsPutAside(this ReadingRemarkKind kind) =>
        kind is ReadingRemarkKind.HiddenText or ReadingRemarkKind.Annotation or ReadingRemarkKind.Attachment;
}
