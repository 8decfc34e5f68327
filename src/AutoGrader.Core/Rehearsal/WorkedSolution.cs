using AutoGrader.Core.Computations;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Rehearsal;

/// <summary>
/// The sheet's own answer to a question: the text of the rubric and, where matrices are judged, the computed steps. So reference results
/// stay formulas.
/// </summary>
internal static class WorkedSolution
{
    /// <summary>The answer; missing where the rubric gives none.</summary>
    public static Answer Of(Question question)
    {
        var typed = MarkdownAnswer.Read(question.Id, question.Solution);
        if (!question.IsNumeric)
            return typed;
        return typed with
        {
            State = AnswerState.Found,
            Blocks = [.. typed.Blocks, .. Steps(ComputationPlan.Of(question.Computation!))],
        };
    }

    /// <summary>The name under which a step is shown.</summary>
    public static string NameOf(PlannedStep step) => step.Step.Written.Count > 0 ? step.Step.Written[0] : step.Name;

    private static IEnumerable<ReportBlock> Steps(ComputationPlan plan) =>
        plan.Steps.Select(step => StepBlock.Of(NameOf(step), plan.Reference[step.Name]));
}
