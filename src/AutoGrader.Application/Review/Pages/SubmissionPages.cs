using AutoGrader.Core.Reading;

namespace AutoGrader.Application.Review.Pages;

/// <summary>The pages of a submission's report, and what is to be marked on them. Not the images: those come page by page.</summary>
/// <param name="Pages">The pages, in order.</param>
/// <param name="First">The page to look at first, from 1.</param>
public sealed record SubmissionPages(IReadOnlyList<MarkedPage> Pages, int First);

/// <summary>A page and its marks.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Size">Its size in points; marks are given in the same.</param>
/// <param name="Marks">What is to be marked, what matters least first.</param>
public sealed record MarkedPage(int Number, PageSize Size, IReadOnlyList<PageMark> Marks);

/// <summary>A place on a page.</summary>
public sealed record PageMark(Box Box, PageMarkKind Kind);

/// <summary>What is marked.</summary>
public enum PageMarkKind
{
    /// <summary>Where the answer to the question stands.</summary>
    Answer,

    /// <summary>What the judgement on another criterion of the question rests on.</summary>
    Other,

    /// <summary>What the judgement on the criterion rests on.</summary>
    Evidence,
}
