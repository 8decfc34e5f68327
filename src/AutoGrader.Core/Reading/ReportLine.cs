namespace AutoGrader.Core.Reading;

/// <summary>One printed line of a block, so that any span of the block's text can be pointed at on the page.</summary>
/// <param name="Start">Where the line begins in <see cref="ReportBlock.Text"/>.</param>
/// <param name="Length">How many characters of that text it holds.</param>
/// <param name="Page">Page number from 1.</param>
/// <param name="Box">Where the line stands.</param>
public sealed record ReportLine(int Start, int Length, int Page, Box Box);
