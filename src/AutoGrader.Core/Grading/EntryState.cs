namespace AutoGrader.Core.Grading;

/// <summary>How an entry of a matrix was judged.</summary>
public enum EntryState
{
    /// <summary>Equals the reference.</summary>
    Right,

    /// <summary>Differs from the reference, but follows from the student's own earlier result.</summary>
    CarriedForward,

    /// <summary>Neither.</summary>
    Wrong,

    /// <summary>Could not be read with certainty.</summary>
    Uncertain,
}
