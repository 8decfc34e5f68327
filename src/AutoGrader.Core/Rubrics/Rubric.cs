using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Rubrics;

/// <summary>
/// A sheet's marking scheme: questions, criteria, reference formulas, hand-in rules, texts. Immutable and already checked.
/// </summary>
public sealed record Rubric
{
    /// <summary>The <see cref="ReviewBelow"/> of rubrics that do not set it.</summary>
    public const double DefaultReviewBelow = 0.8;

    /// <summary>A short name, such as <c>ivu-sheet-05</c>: letters, digits, hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The sheet's title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The course's name.</summary>
    public required LocalizedText Course { get; init; }

    /// <summary>
    /// The due date as wall-clock time at the university (Moodle prints times without zone), to the minute; <c>null</c> for none.
    /// </summary>
    public DateTime? Due { get; init; }

    /// <summary>The hand-in rules.</summary>
    public required HandInRules HandIn { get; init; }

    /// <summary>The confidence below which a criterion needs a person, 0 to 1.</summary>
    public double ReviewBelow { get; init; } = DefaultReviewBelow;

    /// <summary>The questions in the sheet's order.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>All points of the sheet.</summary>
    public Points Maximum => Points.Sum(Questions.Select(q => q.Maximum));

    /// <summary>Whoever has the rubric has its outline; the way back does not exist.</summary>
    public static implicit operator SheetOutline(Rubric rubric) => rubric.Outline();
}
