namespace AutoGrader.Core.Reading.Locating;

/// <summary>How a report is assumed to number.</summary>
/// <param name="LocalStyle">The way its local labels are written, or <c>null</c> where it has none.</param>
/// <param name="Outline">Whether its headings carry numbers of an own outline, so that <c>1.3</c> is not the sheet's 1.3.</param>
/// <param name="Running">Whether its local labels count on through all tasks: the seventh question is 7, in whichever task it is.</param>
internal sealed record NumberingAssumption(string? LocalStyle, bool Outline, bool Running = false);
