using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Remarking;

/// <summary>Which rubric version to look ahead by, and for whom.</summary>
public sealed record EffectRequest
{
    /// <summary>The version; it need not be stored.</summary>
    public required RubricVersion Rubric { get; init; }

    /// <summary>The graded answers given with it.</summary>
    public GradedAnswerSet Answers { get; init; } = GradedAnswerSet.Empty;

    /// <summary>The runs whose results it is compared with.</summary>
    public required IReadOnlyList<Guid> Runs { get; init; }

    /// <summary>
    /// Shares of the sheet's points from which on a better grade is given; <c>null</c> takes the setting
    /// <see cref="AutoGraderOptions.GradeThresholds"/> or, where that is empty, <see cref="GradeBands.UsualInGermany"/>.
    /// </summary>
    public IReadOnlyList<double>? GradeThresholds { get; init; }

    /// <summary>Whether unchanged questions are scored anew as well. The result is the same; tests ask for it.</summary>
    internal bool ScoresEverything { get; init; }
}
