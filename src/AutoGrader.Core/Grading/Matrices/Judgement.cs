namespace AutoGrader.Core.Grading.Matrices;

/// <summary>What a reading of the answer means for one criterion.</summary>
/// <param name="Points">The points.</param>
/// <param name="Kind">Why.</param>
/// <param name="Outcome">The step.</param>
internal sealed record Judgement(Points Points, JudgementKind Kind, StepOutcome Outcome)
{
    /// <summary>
    /// The shown step that the judgement rests on: the step itself, or a later one that implies or betrays it; <c>null</c> for none.
    /// </summary>
    public StepOutcome? Witness { get; init; }

    /// <summary>The mistake that decided, here or in another step.</summary>
    public Cause? Cause { get; init; }

    /// <summary>What a person should look at; any doubt sends the criterion to review.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    public Judgement Doubting(double confidence, string english, string german) =>
        this with { Doubts = [.. Doubts, new Doubt(confidence, new LocalizedText(english, german))] };
}

internal enum JudgementKind
{
    /// <summary>Shown and judged entry by entry.</summary>
    Shown,

    /// <summary>Shown, and equal to what a mistake gives that the rubric names.</summary>
    Mistaken,

    /// <summary>Not shown, but a later step builds on it.</summary>
    Implied,

    /// <summary>Not shown, and a later step betrays that it was done wrongly or left out.</summary>
    Betrayed,

    /// <summary>Not shown.</summary>
    Missing,

    /// <summary>A matrix is named as the step but has another shape.</summary>
    WrongShape,

    /// <summary>A matrix is named as the step but is a copy of a given one.</summary>
    Copied,
}

/// <summary>A reason to let a person look.</summary>
/// <param name="Confidence">How sure the points still are, 0 to 1.</param>
/// <param name="Reason">The reason, as a clause.</param>
internal sealed record Doubt(double Confidence, LocalizedText Reason);
