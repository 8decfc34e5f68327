namespace AutoGrader.Core.Grading.Concepts;

/// <summary>On what a concept criterion's points rest. Each basis has one confidence (<see cref="ConceptConfidence"/>).</summary>
internal enum ConceptBasis
{
    /// <summary>The best level is said plainly and nothing speaks against it.</summary>
    FullLevel,

    /// <summary>A lower level is said in so few words that nothing can be explained.</summary>
    NamedOnly,

    /// <summary>A lower level is said; whether what surrounds it explains it is open.</summary>
    LowerLevel,

    /// <summary>A level is only said denied, in a question or scattered.</summary>
    DoubtfulLevel,

    /// <summary>A level is said, and its opposite as well.</summary>
    SaidBothWays,

    /// <summary>Only the opposite is said.</summary>
    OppositeOnly,

    /// <summary>The idea stands among more items than were asked for, behind the first ones.</summary>
    BehindItemsAsked,

    /// <summary>Everything the answer says is known: listed in the rubric as worth nothing, or what another criterion asks for.</summary>
    OtherThings,

    /// <summary>No word of the student's own: nothing, a refusal, or the question copied.</summary>
    NoAnswer,

    /// <summary>So few words that no idea can be in them.</summary>
    TooShort,

    /// <summary>
    /// A level is said, but more things may be named than were asked for, and they are not marked so that they could be counted.
    /// </summary>
    AmongManyItems,

    /// <summary>None of the words is there that the rubric calls necessary to express the idea.</summary>
    WordsMissing,

    /// <summary>No known way to say the idea was found; there may be unknown ones.</summary>
    NotFound,
}
