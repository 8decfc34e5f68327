namespace AutoGrader.Documents.Moodle;

/// <summary>What goes into a participant's row.</summary>
/// <param name="Grade">The grade, 0 to the maximum; <c>null</c> leaves the grade untouched. Zero is a grade.</param>
/// <param name="CommentLines">The comment as plain text, a paragraph each; <c>null</c> leaves no comment.</param>
public sealed record WorksheetEntry(decimal? Grade, IReadOnlyList<string>? CommentLines);
