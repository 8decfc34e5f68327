namespace AutoGrader.Core.Rubrics.Sheets;

/// <summary>What was made out of the text of an exercise sheet.</summary>
/// <param name="Title">The sheet's title; empty where none was found.</param>
/// <param name="Language">The language that the sheet is written in.</param>
/// <param name="Questions">The questions in order.</param>
/// <param name="Doubts">What does not fit together or could not be told, in English, for the person who goes on with it.</param>
public sealed record FoundSheet(
    string Title, Language Language, IReadOnlyList<FoundQuestion> Questions, IReadOnlyList<string> Doubts);

/// <summary>A question of a sheet.</summary>
/// <param name="Id">Its number, such as <c>3.4</c>: task and item.</param>
/// <param name="Title">What its task is called; empty where it is not.</param>
/// <param name="Text">The question as printed, without its points.</param>
/// <param name="Points">Its points; <c>null</c> where the sheet does not say.</param>
/// <param name="Solution">The solution printed with it; <c>null</c> for none.</param>
public sealed record FoundQuestion(string Id, string Title, string Text, Points? Points, string? Solution);
