using AutoGrader.Core.Grading.Judge;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading;

/// <summary>What one criterion earned, why, and on what evidence. Copies the criterion's text and maximum as they were.</summary>
public sealed record CriterionScore
{
    /// <summary>The criterion's id.</summary>
    public required string CriterionId { get; init; }

    /// <summary>The criterion's text when it was scored.</summary>
    public required LocalizedText CriterionText { get; init; }

    /// <summary>The criterion's maximum when it was scored.</summary>
    public required Points Maximum { get; init; }

    /// <summary>The points earned (suggested, where review is needed).</summary>
    public required Points Points { get; init; }

    /// <summary>The probability that these points are right, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether a person must decide.</summary>
    public required bool NeedsReview { get; init; }

    /// <summary>The reason in one sentence that a student understands.</summary>
    public required LocalizedText Rationale { get; init; }

    /// <summary>Whether the points rest on the student's own earlier result rather than the reference.</summary>
    public bool CarriedForward { get; init; }

    /// <summary>
    /// The name of a recognised mistake, or of all that come into question with | between them; <c>null</c> for none.
    /// </summary>
    public string? Mistake { get; init; }

    /// <summary>Where in the report; empty where nothing was found.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>For matrices, the entries beside what was expected; <c>null</c> for other criteria.</summary>
    public MatrixVerdict? Matrix { get; init; }

    /// <summary>
    /// Who overrode the machine and why; <c>null</c> where nobody did. The machine's own points stay in
    /// <see cref="Override.MachinePoints"/>.
    /// </summary>
    public Override? Override { get; init; }

    /// <summary>Other points that an earlier run had decided without a person; <c>null</c> where there are none.</summary>
    public Points? DecidedBefore { get; init; }

    /// <summary>
    /// What a judge outside the program thinks (<see cref="SecondOpinion"/>); <c>null</c> where none was to be asked. For tutors only.
    /// </summary>
    public JudgeOpinion? Opinion { get; init; }

    /// <summary><c>full</c>, <c>half</c> (anything between) or <c>none</c>.</summary>
    public string Verdict => Points >= Maximum ? "full" : Points == Points.Zero ? "none" : "half";

    /// <summary>A score of a criterion as it reads now, without evidence, for which no person is needed.</summary>
    internal static CriterionScore Of(Criterion criterion, Points points, double confidence, LocalizedText rationale) => new()
    {
        CriterionId = criterion.Id,
        CriterionText = criterion.Text,
        Maximum = criterion.Maximum,
        Points = points,
        Confidence = confidence,
        NeedsReview = false,
        Rationale = rationale,
    };
}
