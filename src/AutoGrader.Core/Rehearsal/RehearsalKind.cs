namespace AutoGrader.Core.Rehearsal;

/// <summary>What a rehearsed answer is.</summary>
public enum RehearsalKind
{
    /// <summary>The sheet's worked solution: it must earn everything.</summary>
    Solution,

    /// <summary>An example of the rubric: it must earn its points.</summary>
    Example,

    /// <summary>Nothing, or the admission of knowing nothing: it must earn nothing.</summary>
    Blank,

    /// <summary>The question copied: it must earn nothing.</summary>
    CopiedQuestion,

    /// <summary>Sentences about something else: no points may be decided for them without a person.</summary>
    OffTopic,

    /// <summary>A computation with one known mistake: it must be named or reviewed.</summary>
    Mutant,

    /// <summary>The words of a criterion's own phrases without a sentence: nothing may be decided for it without a person.</summary>
    KeywordSalad,

    /// <summary>A graded answer given beside the rubric: what is decided without a person must be right.</summary>
    GradedAnswer,
}
