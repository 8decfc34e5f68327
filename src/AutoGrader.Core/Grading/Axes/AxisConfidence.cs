namespace AutoGrader.Core.Grading.Axes;

/// <summary>
/// How likely the points are right, by what they rest on. Judged on the corpus until graded answers teach better numbers.
/// </summary>
internal static class AxisConfidence
{
    /// <summary>Every statement names the same direction.</summary>
    public const double Said = 0.94;

    /// <summary>Every statement names the other direction, or something that is neither.</summary>
    public const double SaidOther = 0.9;

    /// <summary>Named without saying what is done with it: "the keys".</summary>
    public const double NamedOnly = 0.85;

    /// <summary>There is no answer in the student's own words.</summary>
    public const double NoAnswer = 0.98;

    /// <summary>Half understood, or both directions are named.</summary>
    public const double Unclear = 0.5;
}
