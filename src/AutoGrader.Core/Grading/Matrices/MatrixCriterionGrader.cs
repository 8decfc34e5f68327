using AutoGrader.Core.Computations;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// Scores the steps of a numeric question. The student's matrices are assigned to the steps by name, shape, order and value; each is judged
/// by the reference and by what follows from the student's own earlier results, whichever is kinder; what equals a named mistake gets its
/// name.
/// </summary>
public sealed class MatrixCriterionGrader : ICriterionGrader
{
    /// <summary>No machine is surer than this.</summary>
    private const double Surest = 0.99;

    /// <inheritdoc/>
    public string Kind => "matrix";

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The question has no computation or one with faulty formulas: the rubric was not
    /// checked.</exception>
    public IReadOnlyList<CriterionScore> Grade(Question question, IReadOnlyList<Criterion> criteria, Answer answer, GradingContext context)
    {
        var computation = question.Computation
            ?? throw new InvalidOperationException($"Question {question.Id} has matrix criteria but no computation.");
        var plan = ComputationPlan.Of(computation);
        var arithmetic = new ChainArithmetic(plan, new EntryTolerance(computation.Tolerance));
        var matrices = AnswerMatrices.In(answer, plan, arithmetic.Tolerance).Candidates;
        if (matrices.Count == 0)
            return [.. criteria.Select(NoMatrix)];

        var hypotheses = new HypothesisSearch(plan, matrices, arithmetic).Run();
        var judge = new CriterionJudge(matrices, arithmetic);
        return [.. criteria.Cast<MatrixCriterion>().Select(criterion => Score(criterion, plan, hypotheses, judge, context))];
    }

    private static CriterionScore Score(
        MatrixCriterion criterion,
        ComputationPlan plan,
        IReadOnlyList<ChainHypothesis> hypotheses,
        CriterionJudge judge,
        GradingContext context)
    {
        var judgement = judge.Judge(hypotheses[0], criterion);
        var rival = hypotheses.Skip(1).FirstOrDefault(h => judge.Judge(h, criterion).Points != judgement.Points);
        var certainty = rival is null ? 1 : 1 - 0.5 * Math.Exp(rival.Score - hypotheses[0].Score);
        // How sure it is that these blocks answer the question is the caller's factor.
        var undoubted = judgement.Doubts.Select(d => d.Confidence).Append(1).Min();
        var confidence = Surest * certainty * undoubted * ReadingConfidence.Of(judgement, hypotheses[0]);
        var tolerance = new EntryTolerance(plan.Computation.Tolerance);
        return CriterionScore.Of(criterion, judgement.Points, confidence, MatrixRationale.For(judgement, criterion)) with
        {
            NeedsReview = judgement.Doubts.Count > 0 || confidence < context.Rubric.ReviewBelow,
            CarriedForward = judgement.Witness is { Carried: true } && judgement.Points > Points.Zero,
            Mistake = judgement.Mistake?.Mistake.Name,
            Evidence = MatrixEvidence.Of(judgement),
            Matrix = MatrixEvidence.Verdict(judgement.Outcome, plan.Reference[criterion.Step], tolerance),
        };
    }

    private static CriterionScore NoMatrix(Criterion criterion) =>
        CriterionScore.Of(criterion, Points.Zero, confidence: 0.5, MatrixRationale.NoMatrix) with { NeedsReview = true };
}
