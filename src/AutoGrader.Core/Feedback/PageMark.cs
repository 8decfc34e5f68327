using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Feedback;

/// <summary>A mark on a page of the student's report.</summary>
/// <param name="Page">Page number from 1.</param>
/// <param name="Box">What is marked.</param>
/// <param name="Label">
/// The criterion's id, such as <c>3.4a</c>, printed beside the box; empty for a mark inside another one (an entry of a matrix).
/// </param>
/// <param name="Tone">How it was judged.</param>
public sealed record PageMark(int Page, Box Box, string Label, Tone Tone)
{
    /// <summary>What a viewer shows, and a screen reader reads, at the mark; empty for nothing.</summary>
    public string Note { get; init; } = "";
}
