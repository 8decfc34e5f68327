using AutoGrader.Core.Grading.Calibration;

namespace AutoGrader.Core.Grading.Learning;

/// <summary>Suggests the points of one criterion: weighs what graded answers teach against what the rubric's rules say.</summary>
internal sealed class CriterionModel
{
    private readonly List<decimal> _levels;
    private readonly LevelModel _model;
    private readonly CalibrationStage _stage;
    private readonly double _threshold;

    private CriterionModel(IReadOnlyList<decimal> levels, LevelModel model, CalibrationStage stage, double threshold)
    {
        (_levels, _model, _stage, _threshold) = ([.. levels], model, stage, threshold);
    }

    /// <summary>
    /// Learns. With fewer graded answers than the calibration knows a stage for, the rubric's rules stand alone; where there are no rules
    /// either, the little there is must do, and nothing is decided by it.
    /// </summary>
    /// <param name="graded">The graded answers; their points are among the levels.</param>
    /// <param name="learnt">The criterion.</param>
    /// <param name="calibration">How evidence is weighed.</param>
    /// <param name="silentErrorTarget">Which share of what is decided may be wrong.</param>
    public static CriterionModel Train(
        IReadOnlyList<(AnswerTerms Terms, decimal Points)> graded, LearntCriterion learnt, CalibrationData calibration,
        double silentErrorTarget)
    {
        var stage = calibration.StageFor(graded.Count);
        var isTooLittle = stage.GradedAnswers == 0;
        var model = Learn(isTooLittle && learnt.HasRules ? [] : graded, learnt.Levels);
        var threshold = isTooLittle && !learnt.HasRules
            ? SelectionThreshold.Never
            : calibration.ThresholdFor(graded.Count, silentErrorTarget);
        return new CriterionModel(learnt.Levels, model, stage, threshold);
    }

    /// <summary>What graded answers teach, not weighed yet.</summary>
    public static LevelModel Learn(IReadOnlyList<(AnswerTerms Terms, decimal Points)> graded, IReadOnlyList<decimal> levels)
    {
        var places = levels.Index().ToDictionary(l => l.Item, l => l.Index);
        return LevelModel.Train([.. graded.Select(g => (g.Terms, places[g.Points]))], levels.Count);
    }

    /// <summary>The likeliest points.</summary>
    /// <param name="terms">What the answer says.</param>
    /// <param name="judged">What the rubric's rules give; <c>null</c> where there is no rubric.</param>
    /// <param name="judgedConfidence">How sure the rules are by their own account.</param>
    public Suggestion Suggest(AnswerTerms terms, decimal? judged, double judgedConfidence)
    {
        int? place = judged is { } points && _levels.IndexOf(points) is >= 0 and var index ? index : null;
        var answer = _model.Place(terms);
        var evidence = new LevelEvidence(_model.Score(answer), _model.Prior, _model.Likeness(answer), place, judgedConfidence);
        var probabilities = LevelChoice.Probabilities(evidence, _stage.Weights);
        // Where nothing is learnt, nothing speaks against the rules.
        var best = _model.Answers == 0 && place is { } rules ? rules : Array.IndexOf(probabilities, probabilities.Max());
        var probability = Math.Round(probabilities[best], CalibrationData.Decimals);
        return new Suggestion(_levels[best], probability, probability >= _threshold && evidence.Supports(best));
    }

    /// <summary>Which of several passages speaks most for some points.</summary>
    public int MostTelling(IReadOnlyList<AnswerTerms> passages, decimal points)
    {
        var scores = passages.Select(p => _model.Score(_model.Place(p))[_levels.IndexOf(points)]).ToList();
        return scores.IndexOf(scores.Max());
    }
}
