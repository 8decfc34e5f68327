using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Which level of attainment an answer reaches in words, and what speaks against it. Facts, no confidence: graders weigh them.</summary>
internal sealed record LevelMatch
{
    /// <summary>The best level that is said plainly; where none is, the best that is said at all; <c>null</c> where none is said.</summary>
    public Level? Level { get; init; }

    /// <summary>Where that level is said; <c>null</c> where none is.</summary>
    public PhraseHit? Hit { get; init; }

    /// <summary>A better level that is only said under a negation, in a question or in scattered words; <c>null</c> where there is none.</summary>
    public Level? DoubtfulBetter { get; init; }

    /// <summary>A plain assertion of the opposite; <c>null</c> where there is none.</summary>
    public PhraseHit? Contradiction { get; init; }

    /// <summary>Whether the level is said plainly, nothing better is said doubtfully, and nothing contradicts it.</summary>
    public bool IsClear => Hit is { IsPlain: true } && DoubtfulBetter is null && Contradiction is null;
}
