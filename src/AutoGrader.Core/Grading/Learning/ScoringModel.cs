using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Learning;

/// <summary>
/// What was learnt for a rubric, and how far everything that is scored by it can be trusted. Immutable; train it once and share it between
/// threads. The same graded answers and calibration give the same model.
/// </summary>
public sealed class ScoringModel
{
    /// <summary>The share of what is decided without a person that may be wrong, unless a setting says otherwise.</summary>
    public const double DefaultSilentErrorTarget = 0.02;

    private readonly Dictionary<string, (LearntCriterion Learnt, CriterionModel Model)> _models;
    private readonly CalibrationData _calibration;
    private readonly double _thresholdOfFacts;

    internal ScoringModel(
        Dictionary<string, (LearntCriterion Learnt, CriterionModel Model)> models, CalibrationData calibration, double silentErrorTarget)
    {
        _models = models;
        _calibration = calibration;
        _thresholdOfFacts = calibration.ThresholdOfFacts(silentErrorTarget);
    }

    /// <summary>The model of a rubric without graded answers but its own examples, by the shipped calibration.</summary>
    public static ScoringModel Of(Rubric rubric) => Of(rubric, []);

    /// <summary>The model of a rubric and graded answers, by the shipped calibration.</summary>
    public static ScoringModel Of(Rubric rubric, IEnumerable<GradedAnswer> answers) =>
        TrainingSet.Read(rubric, answers).Train(CalibrationData.Shipped, DefaultSilentErrorTarget);

    /// <summary>Weighs what the rubric's rules gave for a question that was answered.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="judged">The scores of its criteria, in the question's order, with the graders' own confidences.</param>
    /// <param name="reviewBelow">The confidence below which a grader itself asks for a person.</param>
    internal IEnumerable<CriterionScore> Weigh(
        Question question, Answer answer, IReadOnlyList<CriterionScore> judged, double reviewBelow)
    {
        var concepts = new Lazy<ConceptJudge>(() => new ConceptJudge(question, answer));
        foreach (var (criterion, score) in question.Criteria.Zip(judged))
        {
            if (!_models.TryGetValue(criterion.Id, out var known))
                yield return AsFact(score, criterion.Kind, reviewBelow);
            else if (concepts.Value.SaysNothing)
                yield return AsFact(score, Reliability.NoAnswer, reviewBelow);
            else
                yield return Weigh(known.Learnt, known.Model, score, [.. concepts.Value.SentencesOn(known.Learnt.Criterion)], answer);
        }
    }

    /// <summary>A score that nothing is learnt for: how often its sort was right decides how far it is trusted.</summary>
    internal CriterionScore AsFact(CriterionScore score, string sort, double reviewBelow)
    {
        if (score.NeedsReview || score.Confidence < reviewBelow)
            return score with { NeedsReview = true };
        var probability = _calibration.ReliabilityOf(sort, score.Confidence);
        return score with { Confidence = probability, NeedsReview = probability < _thresholdOfFacts };
    }

    private static CriterionScore Weigh(
        LearntCriterion learnt, CriterionModel model, CriterionScore score, IReadOnlyList<Sentence> said, Answer answer)
    {
        var suggestion = model.Suggest(
            learnt.Terms.Read(said), learnt.HasRules ? score.Points.Value : null, score.Confidence);
        var points = Points.FromValue(suggestion.Points);
        // Keywords in a row assert nothing, whatever they resemble.
        var restsOnKeywords = points > score.Points && said.All(s => s.IsKeywordList);
        var weighed = score with
        {
            Points = points,
            // Doubts that are not in the words (something taken back, a reference elsewhere) are beyond what was learnt.
            Confidence = score.NeedsReview ? Math.Min(score.Confidence, suggestion.Probability) : suggestion.Probability,
            NeedsReview = score.NeedsReview || !suggestion.IsSure || restsOnKeywords,
        };
        return weighed.Points == score.Points ? weighed : weighed with
        {
            Rationale = RationaleOf(learnt.Criterion, weighed.Points),
            Evidence = EvidenceOf(learnt, model, weighed.Points, said, answer),
        };
    }

    private static LocalizedText RationaleOf(ConceptCriterion criterion, Points points)
    {
        var about = points == Points.Zero || points == criterion.Maximum
            ? criterion.Text
            : criterion.Levels.FirstOrDefault(l => l.Points == points)?.Text ?? criterion.Text;
        return new LocalizedText(
            $"Answers like this one earned {points} of {criterion.Maximum} points: {about.English}",
            $"Antworten wie diese erhielten {points.In(Language.German)} von {criterion.Maximum.In(Language.German)} Punkten: "
            + about.German);
    }

    // The sentence that speaks most for these points; nothing speaks for none.
    private static IReadOnlyList<Evidence> EvidenceOf(
        LearntCriterion learnt, CriterionModel model, Points points, IReadOnlyList<Sentence> said, Answer answer)
    {
        if (points == Points.Zero || said.Count == 0)
            return [];
        var sentence = said[model.MostTelling([.. said.Select(s => learnt.Terms.Read([s]))], points.Value)];
        return EvidenceFinder.Find(answer.Blocks[sentence.Block], sentence.Start, sentence.Length);
    }
}
