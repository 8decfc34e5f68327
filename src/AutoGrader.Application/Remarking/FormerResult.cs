using AutoGrader.Application.Data;
using AutoGrader.Core;
using AutoGrader.Core.Grading;

namespace AutoGrader.Application.Remarking;

/// <summary>The stored result of a submission as far as an effect needs it.</summary>
internal sealed record FormerResult
{
    /// <summary>The row without its answers; with the submission and its decisions.</summary>
    public required StoredAssessment Row { get; init; }

    /// <summary>The scores in the rubric's order.</summary>
    public required IReadOnlyList<FormerScore> Scores { get; init; }

    /// <summary>What an earlier grading by the version looked at has decided without a person, by criterion.</summary>
    public required IReadOnlyDictionary<string, Points> Earlier { get; init; }
}

/// <summary>A stored score without what only feedback shows.</summary>
internal sealed record FormerScore(
    string QuestionId, string CriterionId, LocalizedText Text, Points Maximum, Points Points, double Confidence, bool NeedsReview,
    Override? Override, Core.Grading.Judge.JudgeOpinion? Opinion, Points? DecidedBefore)
{
    /// <summary>Whether it tells what the machine had found: nothing was laid over it that cannot be taken off again.</summary>
    public bool IsPlain =>
        DecidedBefore is null && Opinion is null && Override is null or { MachineConfidence: not null, WasAsked: not null };

    /// <summary>What the machine had found.</summary>
    public CriterionScore ByMachine() => new()
    {
        CriterionId = CriterionId,
        CriterionText = Text,
        Maximum = Maximum,
        Points = Override?.MachinePoints ?? Points,
        Confidence = Override?.MachineConfidence ?? Confidence,
        NeedsReview = Override?.WasAsked ?? NeedsReview,
        Rationale = Text,
    };
}
