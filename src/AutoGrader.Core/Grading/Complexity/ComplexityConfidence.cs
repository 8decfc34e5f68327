namespace AutoGrader.Core.Grading.Complexity;

/// <summary>
/// How likely the points are right, by what they rest on. Judged on the corpus until graded answers teach better numbers.
/// </summary>
internal static class ComplexityConfidence
{
    /// <summary>One order, written in an O, of the one thing named.</summary>
    public const double Written = 0.95;

    /// <summary>An order that fits none of the rubric's, every symbol of it understood.</summary>
    public const double WrittenOther = 0.9;

    /// <summary>
    /// Read with a small liberty: a count of steps without O, a symbol in the other case, the total among several orders.
    /// </summary>
    public const double Inferred = 0.85;

    /// <summary>Said plainly in words, where no order is written.</summary>
    public const double InWords = 0.85;

    /// <summary>Half understood.</summary>
    public const double Unclear = 0.5;
}
