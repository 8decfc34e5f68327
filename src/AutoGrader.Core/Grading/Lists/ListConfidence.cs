namespace AutoGrader.Core.Grading.Lists;

/// <summary>
/// How likely the points are right, by what they rest on. Judged on the corpus until graded answers teach better numbers.
/// </summary>
internal static class ListConfidence
{
    /// <summary>Named among the first, and nothing speaks against it.</summary>
    public const double Named = 0.94;

    /// <summary>Not named, while others took all the places.</summary>
    public const double OthersNamed = 0.9;

    /// <summary>Expressly said not to be one.</summary>
    public const double Denied = 0.86;

    /// <summary>There is no answer in the student's own words.</summary>
    public const double NoAnswer = 0.98;

    /// <summary>Half understood.</summary>
    public const double Unclear = 0.5;
}
