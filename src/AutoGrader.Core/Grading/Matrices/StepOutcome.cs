using System.Runtime.CompilerServices;
using AutoGrader.Core.Computations;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>What a hypothesis says of one step. Compared by identity.</summary>
internal sealed record StepOutcome
{
    public required PlannedStep Step { get; init; }

    /// <summary>The student's matrix for the step; <c>null</c> where it is not shown.</summary>
    public StudentMatrix? Matrix { get; init; }

    /// <summary>The matrix beside the reference; <c>null</c> where none is shown.</summary>
    public Comparison? AgainstReference { get; init; }

    /// <summary>The matrix beside what follows from the student's own earlier results; <c>null</c> where that is the reference.</summary>
    public Comparison? AgainstOwn { get; init; }

    /// <summary>
    /// The named mistake: of a shown matrix the one it equals, of a step that is not shown the one that later steps betray.
    /// </summary>
    public PlannedMistake? Mistake { get; init; }

    /// <summary>Other mistakes that lead to the same numbers.</summary>
    public IReadOnlyList<PlannedMistake> OtherMistakes { get; init; } = [];

    /// <summary>Why nothing is carried forward from the step; <c>null</c> where it is.</summary>
    public LocalizedText? NotCarriedOn { get; init; }

    /// <summary>Whether <see cref="Comparison"/> is with the student's own earlier results, which differ from the reference.</summary>
    public bool Carried => AgainstOwn is not null && AgainstOwn.Differing < AgainstReference!.Differing;

    /// <summary>The kinder of both comparisons.</summary>
    public Comparison? Comparison => Carried ? AgainstOwn : AgainstReference;

    /// <summary>The number of entries that are certainly not what was expected.</summary>
    public int Telling => Comparison is { } comparison ? comparison.Differing - comparison.Uncertain : 0;

    public bool IsShown => Matrix is not null;

    /// <summary>Whether it is shown and follows by the right formula, from the reference or from the student's own results.</summary>
    public bool IsConsistent => Comparison is { Differing: 0 } && Mistake is null;

    /// <summary>How well the matrix fits anything known, 0 to 1; 1 for a mistake.</summary>
    public double Agreement => Mistake is not null ? 1 : Comparison?.Agreement ?? 0;

    /// <summary>Whether most of the matrix fits nothing known: it may be something else altogether.</summary>
    public bool IsHardlyAnAttempt => Agreement < Comparison.Attempt;

    /// <summary>Whether the student wrote one of the step's names beside the matrix.</summary>
    public bool IsNamed => Matrix is not null && Step.IsWrittenAs(Matrix.Name);

    /// <summary>The formula by which the value came about; <c>null</c> for a mistake that is none of a formula.</summary>
    public PlannedFormula? Formula => Mistake is null ? Step.Formula : Mistake.Formula;

    public bool Equals(StepOutcome? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
