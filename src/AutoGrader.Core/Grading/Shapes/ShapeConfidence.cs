namespace AutoGrader.Core.Grading.Shapes;

/// <summary>
/// How likely the points are right, by what they rest on. Judged on the corpus until graded answers teach better numbers.
/// </summary>
internal static class ShapeConfidence
{
    /// <summary>All shapes were read and agree, or disagree in a way the rubric foresees.</summary>
    public const double Written = 0.95;

    /// <summary>All shapes were read and are wrong.</summary>
    public const double WrittenWrong = 0.9;

    /// <summary>Said plainly in words, where no shape says otherwise.</summary>
    public const double InWords = 0.88;

    /// <summary>Neither written nor said, and nothing resembles it.</summary>
    public const double Silent = 0.85;

    /// <summary>Half understood.</summary>
    public const double Unclear = 0.5;
}
