using AutoGrader.Core.Computations;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>What led to a student's numbers. Where several mistakes lead there, none is claimed to be the one that was made.</summary>
/// <param name="Mistake">The mistake that decides: of the rubric if one of these explains the numbers, else the most likely.</param>
/// <param name="Others">The other mistakes that lead to the same numbers.</param>
internal sealed record Cause(PlannedMistake Mistake, IReadOnlyList<PlannedMistake> Others)
{
    /// <summary>The cause of a step's numbers; <c>null</c> where no mistake is known.</summary>
    public static Cause? Of(StepOutcome outcome) => outcome.Mistake is null ? null : new Cause(outcome.Mistake, outcome.OtherMistakes);

    /// <summary>The name of the mistake, or of all that come into question, with | between them.</summary>
    public string Name => string.Join('|', Candidates.Select(m => m.Name).Distinct(StringComparer.Ordinal));

    /// <summary>A sentence for the student.</summary>
    public LocalizedText Text => Candidates.Select(m => m.Text).Distinct().ToList() switch
    {
        [var only] => only,
        [var first, var second] => new LocalizedText(
            $"One of two mistakes leads to these numbers: {first.English} Or: {second.English}",
            $"Zu diesen Zahlen führt einer von zwei Fehlern: {first.German} Oder: {second.German}"),
        [var first, ..] several => new LocalizedText(
            $"Several mistakes lead to these numbers, for example: {first.English} ({several.Count - 1} others are possible.)",
            $"Zu diesen Zahlen führen mehrere Fehler, zum Beispiel: {first.German} ({several.Count - 1} andere sind möglich.)"),
        _ => throw new InvalidOperationException("A cause without a mistake."),
    };

    // What the rubric names, its author has told apart from everything else.
    private IEnumerable<PlannedMistake> Candidates => Mistake.IsOfRubric ? [Mistake] : [Mistake, .. Others];
}
