using AutoGrader.Core.Grading.Axes;
using AutoGrader.Core.Grading.Complexity;
using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Grading.Lists;
using AutoGrader.Core.Grading.Matrices;
using AutoGrader.Core.Grading.Shapes;

namespace AutoGrader.Core.Grading;

/// <summary>The kinds of criteria that can be scored. A new kind is one folder and one line here.</summary>
internal static class CriterionGraders
{
    private static readonly ICriterionGrader[] All =
    [
        new ConceptCriterionGrader(),
        new MatrixCriterionGrader(),
        new ShapesCriterionGrader(),
        new ComplexityCriterionGrader(),
        new AxisCriterionGrader(),
        new ListCriterionGrader(),
    ];

    /// <summary>The grader of a kind.</summary>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static ICriterionGrader For(string kind) =>
        Array.Find(All, g => g.Kind == kind) ?? throw new ArgumentException($"No grader scores criteria of kind '{kind}'.", nameof(kind));
}
