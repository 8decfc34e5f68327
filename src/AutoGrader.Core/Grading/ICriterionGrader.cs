using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading;

/// <summary>
/// Scores the criteria of one kind of one question together (the matrices of a chain, the shapes of Q, K and V depend on each other).
/// Implementations are pure and stateless.
/// </summary>
public interface ICriterionGrader
{
    /// <summary>The kind of criteria it scores: <see cref="Criterion.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>Scores the criteria; the result holds one score for each, in the same order.</summary>
    /// <param name="question">The question.</param>
    /// <param name="criteria">Its criteria of this kind.</param>
    /// <param name="answer">The student's answer; its state is <see cref="AnswerState.Found"/> (the caller handles the others).</param>
    /// <param name="context">The whole report and rubric.</param>
    IReadOnlyList<CriterionScore> Grade(Question question, IReadOnlyList<Criterion> criteria, Answer answer, GradingContext context);
}
