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
        var matrices = AnswerMatrices.In(answer, plan, arithmetic.Tolerance);
        var absence = new Absence(answer, context.Document);
        if (matrices.Candidates.Count == 0)
        {
            var isCertain = plan.Steps.All(step => absence.IsCertain(step, matrices.Copies.Select(c => c.Matrix)));
            return [.. criteria.Select(c => NoMatrix(c, isCertain))];
        }

        var reader = new StepReader(arithmetic);
        var readings = new HypothesisSearch(plan, matrices.Candidates, arithmetic, reader).Run();
        var best = new MistakeNaming(plan, arithmetic, reader, matrices.Copies).Name(readings[0], readings.Skip(1));
        readings = [best, .. readings.Skip(1)];
        var judge = new CriterionJudge(matrices, arithmetic, absence);
        var divergence = DivergenceFinder.First(best);
        return
        [
            .. criteria.Cast<MatrixCriterion>().Select(criterion =>
            {
                var judgement = judge.Judge(best, criterion);
                return Score(criterion, judgement, Certainty(criterion, judgement, readings, judge), best, context) with
                {
                    Matrix = MatrixEvidence.Verdict(judgement.Outcome, divergence, arithmetic.Tolerance),
                };
            }),
        ];
    }

    private static CriterionScore Score(
        MatrixCriterion criterion, Judgement judgement, double certainty, ChainHypothesis reading, GradingContext context)
    {
        var undoubted = judgement.Doubts.Select(d => d.Confidence).Append(1).Min();
        var confidence = Surest * certainty * undoubted * ReadingConfidence.Of(judgement, reading);
        return CriterionScore.Of(criterion, judgement.Points, confidence, MatrixRationale.For(judgement, criterion)) with
        {
            NeedsReview = judgement.Doubts.Count > 0 || confidence < context.Rubric.ReviewBelow,
            CarriedForward = judgement.Witness is { Carried: true } && judgement.Points > Points.Zero,
            Mistake = judgement.Cause?.Name,
            Evidence = MatrixEvidence.Of(judgement),
        };
    }

    /// <summary>
    /// How sure the reading is, by the best one that gives other points. How sure it is that these blocks answer the question is the
    /// caller's factor.
    /// </summary>
    private static double Certainty(
        MatrixCriterion criterion, Judgement judgement, IReadOnlyList<ChainHypothesis> readings, CriterionJudge judge)
    {
        var rival = readings.Skip(1).FirstOrDefault(reading => judge.Judge(reading, criterion).Points != judgement.Points);
        return rival is null ? 1 : 1 - 0.5 * Math.Exp(rival.Score - readings[0].Score);
    }

    private static CriterionScore NoMatrix(Criterion criterion, bool isCertain) => isCertain
        ? CriterionScore.Of(criterion, Points.Zero, Surest, MatrixRationale.NoMatrix)
        : CriterionScore.Of(criterion, Points.Zero, confidence: 0.5, MatrixRationale.PerhapsNoMatrix) with { NeedsReview = true };
}
