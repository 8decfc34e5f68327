namespace AutoGrader.Core.Reading.Locating;

/// <summary>What a label names.</summary>
internal enum LabelKind
{
    /// <summary>A group of questions: "Task 3".</summary>
    Group,

    /// <summary>A question by its full number: "3.4", "Task 3, part 4"; or by its repeated text.</summary>
    Question,

    /// <summary>A question by its number within a group: "4.", "Question 4", "d)".</summary>
    Local,

    /// <summary>The end of all answers: "References".</summary>
    End,
}
