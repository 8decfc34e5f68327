using AutoGrader.Core.Grading;

namespace AutoGrader.Core.Assessments;

/// <summary>What one question earned: the sum of its criteria.</summary>
public sealed record QuestionScore
{
    /// <summary>The question's id.</summary>
    public required string QuestionId { get; init; }

    /// <summary>The question's title when it was scored.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The answer as read; empty where none was found.</summary>
    public required string Answer { get; init; }

    /// <summary>The criteria, in the rubric's order.</summary>
    public required IReadOnlyList<CriterionScore> Criteria { get; init; }

    /// <summary>Where the computation of a numeric question first leaves the right path; <c>null</c> where it does not.</summary>
    public FirstDivergence? FirstDivergence => Criteria.Select(c => c.Matrix?.FirstDivergence).FirstOrDefault(d => d is not null);

    /// <summary>Points earned.</summary>
    public Points Points => Points.Sum(Criteria.Select(c => c.Points));

    /// <summary>Points possible.</summary>
    public Points Maximum => Points.Sum(Criteria.Select(c => c.Maximum));

    /// <summary>The least confidence among the criteria.</summary>
    public double Confidence => Criteria.Min(c => c.Confidence);

    /// <summary>Whether any criterion needs a person.</summary>
    public bool NeedsReview => Criteria.Any(c => c.NeedsReview);
}
