namespace AutoGrader.Core.Reading.Locating;

/// <summary>A label as it is written, before anybody asks whether it is one.</summary>
internal sealed record LabelText
{
    /// <summary>The numbers, outer first: 3 and 4 for "Task 3, part 4" and "3.4"; only 4 for "Question 4" and "4.".</summary>
    public required IReadOnlyList<int> Path { get; init; }

    /// <summary>Whether it counts within a group ("Question 4", "4.") rather than naming a group ("Task 3") or a whole path.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Whether a word such as "Task" or "Question" is part of it.</summary>
    public bool HasKeyword { get; init; }

    /// <summary>Whether a bracket, colon or full stop ends it.</summary>
    public bool HasSeparator { get; init; }

    /// <summary>Whether points follow: "(3P)".</summary>
    public bool HasPoints { get; init; }

    /// <summary>Whether it is written in an unusual way ("3. 4") that other things share.</summary>
    public bool IsLoose { get; init; }

    /// <summary>The way it is written, without its numbers.</summary>
    public required string Style { get; init; }

    /// <summary>Further full numbers that follow it: 3.2 in "3.1 and 3.2".</summary>
    public IReadOnlyList<IReadOnlyList<int>> Further { get; init; } = [];

    /// <summary>Its length with everything that belongs to it: separators, points, blanks.</summary>
    public required int Length { get; init; }
}
