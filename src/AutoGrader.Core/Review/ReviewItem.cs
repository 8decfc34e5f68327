namespace AutoGrader.Core.Review;

/// <summary>A criterion of one submission that a person must decide.</summary>
public sealed record ReviewItem
{
    /// <summary>The submission.</summary>
    public required Guid SubmissionId { get; init; }

    /// <summary>The question's id.</summary>
    public required string QuestionId { get; init; }

    /// <summary>The criterion's id.</summary>
    public required string CriterionId { get; init; }

    /// <summary>The points that the machine suggests.</summary>
    public required Points Suggestion { get; init; }

    /// <summary>The points that the criterion can earn.</summary>
    public required Points Maximum { get; init; }

    /// <summary>The probability that the suggestion is right, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The points of the whole submission as they stand, suggestions included.</summary>
    public required Points Total { get; init; }

    /// <summary>What it has in common with items that the same decision may serve.</summary>
    public required ItemLikeness Likeness { get; init; }

    /// <summary>By how many points the suggestion can be wrong.</summary>
    public double AtStake => Math.Max(Suggestion.HalfPoints, Maximum.HalfPoints - Suggestion.HalfPoints) / 2.0;

    /// <summary>Whether the decision may bring the submission's points to the other side of a threshold.</summary>
    /// <param name="threshold">Points from which on a better grade is given.</param>
    public bool MayCross(Points threshold)
    {
        var others = Total.HalfPoints - Suggestion.HalfPoints;
        return others < threshold.HalfPoints && others + Maximum.HalfPoints >= threshold.HalfPoints;
    }
}
