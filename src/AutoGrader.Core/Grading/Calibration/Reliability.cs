namespace AutoGrader.Core.Grading.Calibration;

/// <summary>
/// How often scores of a sort that nothing is learnt for (matrices, missing answers) were right, of those that were sure by their own
/// account.
/// </summary>
/// <param name="Sort">The kind of criterion, or <see cref="NoAnswer"/>.</param>
/// <param name="Right">How many were right.</param>
/// <param name="Wrong">How many were wrong.</param>
public sealed record Reliability(string Sort, int Right, int Wrong)
{
    /// <summary>The sort of scores where nothing was answered.</summary>
    public const string NoAnswer = "no-answer";

    // By how many observed cases a grader's own account counts.
    private const double OwnAccount = 20;

    /// <summary>The probability that points are right: the mean of a beta distribution, the grader's own account being the prior.</summary>
    public double Of(double confidence) => (Right + OwnAccount * confidence) / (Right + Wrong + OwnAccount);
}
