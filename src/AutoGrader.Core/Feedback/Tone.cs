namespace AutoGrader.Core.Feedback;

/// <summary>How something was judged. Never shown by colour alone.</summary>
public enum Tone
{
    /// <summary>No judgement.</summary>
    Neutral,

    /// <summary>Fully right.</summary>
    Good,

    /// <summary>Partly right.</summary>
    Partial,

    /// <summary>Wrong or missing.</summary>
    Bad,

    /// <summary>A person will look at it.</summary>
    Review,
}
