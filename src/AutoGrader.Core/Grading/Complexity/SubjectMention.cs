namespace AutoGrader.Core.Grading.Complexity;

/// <summary>A place where one of the things is named whose growth is asked for.</summary>
/// <param name="Subject">The index of the criterion that asks for it.</param>
/// <param name="Start">Where it begins in the block's text.</param>
/// <param name="End">Where it ends.</param>
internal sealed record SubjectMention(int Subject, int Start, int End);
