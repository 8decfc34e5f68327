using AutoGrader.Core;

namespace AutoGrader.Application.Review.Pages;

/// <summary>The pages of a report as images.</summary>
/// <param name="Pages">The pages from the first on: SVG, packed by Brotli. Empty where nothing could be drawn.</param>
/// <param name="Failure">Why nothing could be drawn; <c>null</c> where something was.</param>
public sealed record DrawnReport(IReadOnlyList<byte[]> Pages, LocalizedText? Failure)
{
    internal long Size => Pages.Sum(p => (long)p.Length);
}
