using System.Globalization;

namespace AutoGrader.Tests.Core.Rubrics;

/// <summary>Writes sheets of numeric questions that are alike, to see what many or large computations cost.</summary>
internal static class NumericSheet
{
    /// <param name="questions">How many questions.</param>
    /// <param name="steps">The formulas of the steps; the first is called s0 and judged.</param>
    /// <param name="mistakes">Lines of the list of mistakes, if any.</param>
    public static string Of(int questions, IReadOnlyList<string> steps, params IReadOnlyList<string> mistakes) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        id: numbers
        title: {en: A, de: B}
        course: {en: C, de: D}
        points: {{questions}}
        questions:
        {{string.Concat(Enumerable.Range(1, questions).Select(number => Question(number, steps, mistakes)))}}
        """);

    private static string Question(int number, IReadOnlyList<string> steps, IReadOnlyList<string> mistakes) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
          - id: "1.{{number}}"
            points: 1
            title: {en: A, de: B}
            text: {en: Compute., de: Rechnen Sie.}
            computation:
              given:
                Q: [[1, 2], [3, 4]]
              steps:
        {{string.Concat(steps.Select((formula, i) => $"        - {{name: s{i}, formula: \"{formula}\", title: {{en: A, de: B}}}}\n"))}}
              mistakes: [{{string.Join(", ", mistakes)}}]
            criteria:
              - id: 1.{{number}}a
                kind: matrix
                points: 1
                text: {en: A, de: B}
                step: s0
                points-by-wrong-entries: [1]

        """);
}
