namespace AutoGrader.Application.Grading;

/// <summary>How far a run has come. Holds no personal data.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">Submissions done, those whose stored result is used again included.</param>
/// <param name="Total">All submissions; 0 while the input is being opened.</param>
public sealed record GradeProgress(GradeStage Stage, int Done, int Total);

/// <summary>The stages of a run, in order.</summary>
public enum GradeStage
{
    /// <summary>The input is opened and its hand-ins are registered.</summary>
    Opening,

    /// <summary>Hand-ins are inspected, read, graded.</summary>
    Grading,

    /// <summary>The results are written.</summary>
    Writing,
}
