using AutoGrader.Core;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Tests.Documents.Intake;

/// <summary>Rubrics with rules and a due date only: intake looks at nothing else.</summary>
internal static class Rubrics
{
    public static Rubric DueJune8 { get; } = Due(new DateTime(2026, 6, 8, 23, 59, 0));

    public static Rubric Due(DateTime? due, HandInRules? rules = null) => new()
    {
        Id = "test",
        Title = new LocalizedText("Sheet", "Blatt"),
        Course = new LocalizedText("Course", "Kurs"),
        Due = due,
        HandIn = rules ?? new HandInRules(),
        Questions = [],
    };
}
