namespace AutoGrader.Application.Review;

/// <summary>What becomes of a person's decision under a rubric version.</summary>
public enum DecisionFate
{
    /// <summary>It was made on this very criterion and stands.</summary>
    Stands,

    /// <summary>
    /// The criterion's text or maximum changed since: the points stay the person's, but somebody has to confirm them before they go out.
    /// </summary>
    ToConfirm,

    /// <summary>The criterion can no longer earn so many points: the machine's suggestion stands, and a person has to decide.</summary>
    OverMaximum,

    /// <summary>The criterion is gone, and the decision with it.</summary>
    CriterionGone,
}
