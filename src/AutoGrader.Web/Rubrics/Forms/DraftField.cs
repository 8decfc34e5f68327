using AutoGrader.Core;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Web.Rubrics.Forms;

/// <summary>A field of the form beside a rubric's text: one value of the text at its path.</summary>
/// <param name="Path">The keys and indices that lead to the value, joined by <c>/</c>.</param>
/// <param name="Label">What it is.</param>
/// <param name="Kind">How it is typed.</param>
/// <param name="Value">What stands in the text; empty for nothing.</param>
public sealed record DraftField(string Path, LocalizedText Label, DraftFieldKind Kind, string Value)
{
    /// <summary>The key of an entry whose key can be changed as well; <c>null</c> elsewhere.</summary>
    public string? Name { get; init; }

    /// <summary>What such a key is.</summary>
    public LocalizedText? NameLabel { get; init; }

    /// <summary>Keys that are likely.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The only values there are; none where anything may be written.</summary>
    public IReadOnlyList<(string Value, LocalizedText Label)> Choices { get; init; } = [];

    /// <summary>Values that are likely.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>How it is typed.</summary>
    public LocalizedText? Hint { get; init; }

    /// <summary>The path of what it is a half of: a text in two languages; <c>null</c> elsewhere.</summary>
    public string? HalfOf { get; init; }

    /// <summary>What is wrong with the value.</summary>
    public IReadOnlyList<RubricError> Faults { get; init; } = [];
}

/// <summary>How a field is typed.</summary>
public enum DraftFieldKind
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>A text of one or several lines.</summary>
    Text,

    /// <summary>One number, with a point or a comma.</summary>
    Number,

    /// <summary>Numbers in one line.</summary>
    Numbers,

    /// <summary>A matrix, with a row on each line.</summary>
    Matrix,

    /// <summary>A list with an item on each line.</summary>
    Lines,

    /// <summary>A list in one line, with commas between.</summary>
    Words,
}
