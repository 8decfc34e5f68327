namespace AutoGrader.Core.Feedback.Blocks;

/// <summary>How a stretch of text is set off from its surroundings.</summary>
public enum TextStyle
{
    /// <summary>Not at all.</summary>
    Plain,

    /// <summary>Strongly.</summary>
    Bold,

    /// <summary>As something less important than its surroundings.</summary>
    Muted,

    /// <summary>As something written by the student or naming a file: every character counts.</summary>
    Verbatim,
}
