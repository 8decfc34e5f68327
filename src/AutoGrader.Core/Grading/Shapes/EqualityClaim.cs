namespace AutoGrader.Core.Grading.Shapes;

/// <summary>Whether two sizes are said to be equal.</summary>
internal enum EqualityClaim
{
    /// <summary>Nothing is said.</summary>
    None,

    /// <summary>It is said under a denial or on a condition.</summary>
    Doubtful,

    /// <summary>It is said, or both are one symbol.</summary>
    Plain,
}
