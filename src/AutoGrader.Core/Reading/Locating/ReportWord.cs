namespace AutoGrader.Core.Reading.Locating;

/// <summary>A word of a report.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Length">Its length in the text of the block.</param>
/// <param name="Text">The folded word.</param>
internal readonly record struct ReportWord(ReportPosition Position, int Length, string Text);
