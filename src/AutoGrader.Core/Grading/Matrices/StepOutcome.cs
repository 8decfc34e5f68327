using AutoGrader.Core.Computations;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>What a hypothesis says of one step.</summary>
internal sealed record StepOutcome
{
    public required PlannedStep Step { get; init; }

    /// <summary>The student's matrix for the step; <c>null</c> where it is not shown.</summary>
    public StudentMatrix? Matrix { get; init; }

    /// <summary>
    /// The matrix beside what it should be, by the reference or by the student's own earlier results, whichever is closer.
    /// </summary>
    public Comparison? Comparison { get; init; }

    /// <summary>Whether <see cref="Comparison"/> is with the student's own earlier results, which differ from the reference.</summary>
    public bool Carried { get; init; }

    /// <summary>
    /// The named mistake: of a shown matrix the one it equals, of a step that is not shown the one that later steps betray.
    /// </summary>
    public PlannedMistake? Mistake { get; init; }

    /// <summary>Why nothing is carried forward from the shown matrix; <c>null</c> where it is.</summary>
    public LocalizedText? NotCarriedOn { get; init; }

    /// <summary>The formula by which the value came about.</summary>
    public PlannedFormula Formula => Mistake?.Formula ?? Step.Formula;

    public bool IsShown => Matrix is not null;

    /// <summary>Whether it is shown and follows by the right formula, from the reference or from the student's own results.</summary>
    public bool IsConsistent => Comparison is { Differing: 0 } && Mistake is null;

    /// <summary>How well the matrix fits anything known, 0 to 1; 1 for a mistake.</summary>
    public double Agreement => Mistake is not null ? 1 : Comparison?.Agreement ?? 0;

    /// <summary>Whether the student wrote one of the step's names beside the matrix.</summary>
    public bool IsNamed => Matrix is not null && Step.IsWrittenAs(Matrix.Name);
}
