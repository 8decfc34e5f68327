using AutoGrader.Core;

namespace AutoGrader.Documents.Html.Svg;

/// <summary>The pages of a report as SVG, for a view of our own. Nothing of the report's text is markup in it.</summary>
/// <param name="Symbols">The outlines of letters, defined once for all pages.</param>
/// <param name="Pages">The pages from the first on; fewer than the report has where it could not be opened.</param>
public sealed record PageDrawings(string Symbols, IReadOnlyList<PageDrawing> Pages)
{
    /// <summary>Why there are no drawings; <c>null</c> where there are, or where the reading says why.</summary>
    public LocalizedText? Failure { get; init; }

    /// <summary>Blank paper.</summary>
    public static PageDrawings None { get; } = new("", []);
}

/// <summary>A page as SVG.</summary>
/// <param name="Markup">What stands within the <c>svg</c> element, in points, origin top left.</param>
/// <param name="IsComplete">Whether all of the page is in it.</param>
/// <param name="Width">Width in points; 0 where the page could not be opened.</param>
/// <param name="Height">Height in points; 0 where the page could not be opened.</param>
public sealed record PageDrawing(string Markup, bool IsComplete, double Width = 0, double Height = 0);
