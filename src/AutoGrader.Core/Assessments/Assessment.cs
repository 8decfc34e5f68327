namespace AutoGrader.Core.Assessments;

/// <summary>One judgement of one report against one rubric. A machine's is a suggestion until a person releases it.</summary>
public sealed record Assessment
{
    /// <summary>The scores of all questions, in the rubric's order.</summary>
    public required IReadOnlyList<QuestionScore> Questions { get; init; }

    /// <summary>The points of the sheet.</summary>
    public Points Points => Points.Sum(Questions.Select(q => q.Points));

    /// <summary>The maximum of the sheet.</summary>
    public Points Maximum => Points.Sum(Questions.Select(q => q.Maximum));

    /// <summary>Whether any criterion needs a person.</summary>
    public bool NeedsReview => Questions.Any(q => q.NeedsReview);
}
