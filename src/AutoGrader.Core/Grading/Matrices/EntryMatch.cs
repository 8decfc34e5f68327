namespace AutoGrader.Core.Grading.Matrices;

/// <summary>One entry of a student's matrix beside an expectation.</summary>
internal enum EntryMatch
{
    Right,
    Wrong,

    /// <summary>Differs, but is no number or was not read with certainty.</summary>
    Uncertain,
}
