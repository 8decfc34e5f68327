using AutoGrader.Core.Rubrics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Computations;

/// <summary>The recomputed answer to a numeric question, step by step. For tutors; students must not see it before the hand-in.</summary>
/// <param name="QuestionId">The question's id.</param>
/// <param name="Title">The question's title.</param>
/// <param name="Given">The given matrices, in the rubric's order.</param>
/// <param name="Steps">The steps with their values, in the rubric's order; empty where there is a fault.</param>
/// <param name="Fault">What is wrong with the formulas; <c>null</c> where everything was computed.</param>
public sealed record ReferenceAnswer(
    string QuestionId, LocalizedText Title, IReadOnlyList<GivenMatrix> Given, IReadOnlyList<ReferenceStep> Steps, FormulaFault? Fault)
{
    /// <summary>The answers to all numeric questions of a rubric, in its order.</summary>
    public static IReadOnlyList<ReferenceAnswer> All(Rubric rubric) =>
        [.. rubric.Questions.Where(q => q.Computation is not null).Select(q => Of(q.Id, q.Title, q.Computation!))];

    /// <summary>The answer to one question.</summary>
    internal static ReferenceAnswer Of(string questionId, LocalizedText title, Computation computation)
    {
        var result = ReferenceComputation.Evaluate(computation);
        return new ReferenceAnswer(
            questionId,
            title,
            [.. computation.Given.Select(given => new GivenMatrix(given.Key, given.Value))],
            result.Matrices is { } matrices ? [.. computation.Steps.Select(step => new ReferenceStep(step, matrices[step.Name]))] : [],
            result.Fault);
    }
}

/// <summary>A given matrix.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its entries.</param>
public sealed record GivenMatrix(string Name, Matrix<double> Value);

/// <summary>A step and its value.</summary>
/// <param name="Step">Name, title and formula.</param>
/// <param name="Value">The value; a number is a 1×1 matrix.</param>
public sealed record ReferenceStep(ComputationStep Step, Matrix<double> Value);
