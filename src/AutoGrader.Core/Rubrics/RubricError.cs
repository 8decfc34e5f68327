using System.Globalization;

namespace AutoGrader.Core.Rubrics;

/// <summary>A fault in a rubric file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record RubricError(string File, int Line, int Column, LocalizedText Message, LocalizedText Remedy)
{
    /// <summary>The form editors understand, in English: <c>file:line:column: message remedy</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Message.English} {Remedy.English}");
}
