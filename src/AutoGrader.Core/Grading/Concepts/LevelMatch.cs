using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>
/// Which level of attainment an answer reaches in words, and what speaks against it. Facts, no confidence: graders weigh them.
/// </summary>
internal sealed record LevelMatch
{
    /// <summary>The best level that is said plainly; <c>null</c> where none is.</summary>
    public Level? Level { get; init; }

    /// <summary>Where that level is said.</summary>
    public PhraseHit? Hit { get; init; }

    /// <summary>A better level that is said, but not plainly; <c>null</c> where there is none.</summary>
    public Level? DoubtfulLevel { get; init; }

    /// <summary>Where that better level is said.</summary>
    public PhraseHit? DoubtfulHit { get; init; }

    /// <summary>A plain assertion of the opposite; <c>null</c> where there is none.</summary>
    public PhraseHit? Contradiction { get; init; }

    /// <summary>Whether a level is said plainly, nothing better is said doubtfully, and nothing contradicts it.</summary>
    public bool IsClear => Level is not null && DoubtfulLevel is null && Contradiction is null;
}
