namespace AutoGrader.Core.Rubrics;

/// <summary>How much a student's feedback gives away. What tutors see does not depend on it.</summary>
public enum Disclosure
{
    /// <summary>Points and the place in the student's own report; no reason, no value of the solution.</summary>
    Verdict,

    /// <summary>
    /// Also what to think about again (<see cref="Criterion.Hint"/>), and which entries of a matrix are wrong, but not what is right.
    /// </summary>
    Hint,

    /// <summary>Everything: reasons, levels, expected values.</summary>
    Full,
}
