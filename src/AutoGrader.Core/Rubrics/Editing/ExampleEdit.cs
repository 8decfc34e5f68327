using AutoGrader.Core.Rubrics.Sketching;

namespace AutoGrader.Core.Rubrics.Editing;

/// <summary>Adds graded examples to the criteria of a rubric's text.</summary>
public static class ExampleEdit
{
    /// <summary>Whether a criterion takes examples.</summary>
    public static bool Takes(CriterionSketch criterion) => criterion.Kind == ConceptCriterion.KindName;

    /// <summary>Adds an example behind the others.</summary>
    /// <param name="source">The rubric's text.</param>
    /// <param name="criterionId">The criterion.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="points">What it earns.</param>
    /// <returns>The text with this change, or <c>null</c> where there is no such criterion or it takes no examples.</returns>
    public static string? Add(string source, string criterionId, string answer, Points points) =>
        Find(source, criterionId) is { } criterion && Takes(criterion)
            ? RubricEditor.Insert(
                source, $"{criterion.Path}/examples", int.MaxValue,
                [$"answer: {YamlText.Scalar(answer.ReplaceLineEndings("\n").Trim(), isInFlow: false)}", $"points: {points}"])
            : null;

    /// <summary>The criterion of an id; <c>null</c> where there is none.</summary>
    public static CriterionSketch? Find(string source, string criterionId) =>
        RubricSketcher.Of(source)?.Questions.SelectMany(q => q.Criteria).FirstOrDefault(c => c.Id == criterionId);
}
