namespace AutoGrader.Core.Rubrics.Files;

/// <summary>A place in a rubric file.</summary>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
internal readonly record struct Place(int Line, int Column);
