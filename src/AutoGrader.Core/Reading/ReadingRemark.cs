namespace AutoGrader.Core.Reading;

/// <summary>Something on a page that could not be read or that a tutor should know of.</summary>
/// <param name="Kind">What kind of remark.</param>
/// <param name="Page">Page number from 1, or 0 for the whole report.</param>
/// <param name="Box">Where, if it has a place.</param>
/// <param name="Text">One sentence.</param>
public sealed record ReadingRemark(ReadingRemarkKind Kind, int Page, Box? Box, string Text);
