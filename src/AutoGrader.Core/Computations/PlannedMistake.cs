using System.Runtime.CompilerServices;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Computations;

/// <summary>
/// A wrong way to compute a step, written in the rubric, known for every formula, or solved for from a student's numbers. Compared by
/// identity.
/// </summary>
internal sealed record PlannedMistake
{
    private static readonly Dictionary<string, Points> NoPoints = [];

    /// <summary>The name, in the rubric or in the catalogue.</summary>
    public required string Name { get; init; }

    /// <summary>A sentence for the student.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>The wrong formula; its shape may differ from the step's. <c>null</c> where the mistake was solved for.</summary>
    public PlannedFormula? Formula { get; init; }

    /// <summary>The points that criteria then earn, by criterion id.</summary>
    public IReadOnlyDictionary<string, Points> Points { get; init; } = NoPoints;

    /// <summary>Whether the rubric names it, so that its author has thought of it.</summary>
    public bool IsOfRubric { get; init; }

    /// <summary>The given matrix as the student has it, by name; <c>null</c> where all are as given.</summary>
    public (string Name, Expectation Value)? OwnGiven { get; init; }

    public static PlannedMistake Of(NamedMistake mistake, PlannedFormula formula) => new()
    {
        Name = mistake.Name,
        Text = mistake.Text,
        Formula = formula,
        Points = mistake.Points,
        IsOfRubric = true,
    };

    /// <summary>The same as the rubric has it, where it says something of it.</summary>
    public PlannedMistake As(CatalogueMistake? mistake) =>
        mistake is null ? this : this with { Text = mistake.Text ?? Text, Points = mistake.Points, IsOfRubric = true };

    public bool Equals(PlannedMistake? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
