using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Reading;

/// <summary>
/// What has to be known of a sheet to check a hand-in and to find its answers: what is printed on the sheet and little else. Not a
/// rubric: no criteria, no references, no points, so that whoever has only this cannot tell them.
/// </summary>
public sealed record SheetOutline
{
    /// <summary>The sheet's title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The course's name.</summary>
    public required LocalizedText Course { get; init; }

    /// <summary>The due date as wall-clock time at the university; <c>null</c> for none.</summary>
    public DateTime? Due { get; init; }

    /// <summary>The hand-in rules.</summary>
    public required HandInRules HandIn { get; init; }

    /// <summary>The questions in the sheet's order.</summary>
    public required IReadOnlyList<OutlineQuestion> Questions { get; init; }
}

/// <summary>A question as printed on the sheet.</summary>
/// <param name="Id">The number, such as <c>3.4</c>.</param>
/// <param name="Title">A few words that name it.</param>
/// <param name="Text">Its text, which students repeat in their reports.</param>
public sealed record OutlineQuestion(string Id, LocalizedText Title, LocalizedText Text)
{
    /// <summary>Whether it asks for matrices of numbers.</summary>
    public bool IsNumeric { get; init; }

    /// <summary>Words that answers to it tend to hold; empty in what is made for students, because answers hold them.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];
}
