using AutoGrader.Core;

namespace AutoGrader.Web.Rubrics;

/// <summary>A field of the form beside a rubric's text: one value of the text at its path.</summary>
/// <param name="Path">The keys and indices that lead to the value, joined by <c>/</c>.</param>
/// <param name="Label">What it is.</param>
/// <param name="Kind">How it is typed.</param>
/// <param name="Value">What stands in the text; empty for nothing.</param>
internal sealed record DraftField(string Path, LocalizedText Label, DraftFieldKind Kind, string Value);

/// <summary>How a field is typed.</summary>
internal enum DraftFieldKind
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>A text of one or several lines.</summary>
    Text,

    /// <summary>A list with an item on each line.</summary>
    Lines,

    /// <summary>How much students are told.</summary>
    Disclosure,
}
