using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Learning;

/// <summary>Graded answers to a rubric's questions, read once, to train models from all or some of them.</summary>
public sealed class TrainingSet
{
    private readonly List<(LearntCriterion Learnt, IReadOnlyList<Row> Rows)> _criteria;

    private TrainingSet(List<(LearntCriterion Learnt, IReadOnlyList<Row> Rows)> criteria) => _criteria = criteria;

    /// <summary>A graded answer as a criterion sees it; without <see cref="Answer"/> it is an example of the rubric.</summary>
    internal sealed record Row(GradedAnswer? Answer, AnswerTerms Terms, decimal Points);

    /// <summary>Reads the rubric's own examples and further graded answers. What the rubric does not ask for is left out.</summary>
    public static TrainingSet Read(Rubric rubric, IEnumerable<GradedAnswer> answers)
    {
        var byQuestion = answers
            .GroupBy(a => a.QuestionId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var said = new Dictionary<GradedAnswer, SaidSentences?>(ReferenceEqualityComparer.Instance);
        return new TrainingSet([.. LearntCriterion.Of(rubric).Select(l => (l, RowsOf(l)))]);

        IReadOnlyList<Row> RowsOf(LearntCriterion learnt)
        {
            var rows = new List<Row>();
            foreach (var example in (learnt.Criterion as ConceptCriterion)?.Examples ?? [])
                Add(null, Said(learnt.Question, example.Text), example.Points.Value);
            foreach (var answer in byQuestion.GetValueOrDefault(learnt.Question.Id, []))
            {
                if (!said.TryGetValue(answer, out var sentences))
                    said.Add(answer, sentences = Said(learnt.Question, answer.Text));
                if (answer.Points.TryGetValue(learnt.Criterion.Id, out var points))
                    Add(answer, sentences, points);
            }

            return rows;

            void Add(GradedAnswer? answer, SaidSentences? sentences, decimal points)
            {
                if (sentences is { SaysNothing: false } && learnt.Levels.Contains(points))
                    rows.Add(new Row(answer, learnt.Terms.Read(sentences.On(learnt.Criterion)), points));
            }
        }
    }

    /// <summary>Learns from all answers, or from some.</summary>
    /// <param name="calibration">How evidence is weighed.</param>
    /// <param name="silentErrorTarget">Which share of what is decided without a person may be wrong, 0 to 1.</param>
    /// <param name="uses">Which answers to learn from; <c>null</c> for all. The rubric's own examples are always used.</param>
    public ScoringModel Train(CalibrationData calibration, double silentErrorTarget, Func<GradedAnswer, bool>? uses = null)
    {
        var models = new Dictionary<string, (LearntCriterion, CriterionModel)>(StringComparer.Ordinal);
        foreach (var (learnt, rows) in _criteria)
        {
            var used = rows.Where(r => r.Answer is null || uses is null || uses(r.Answer)).Select(r => (r.Terms, r.Points)).ToList();
            models.Add(
                learnt.Criterion.Id, (learnt, CriterionModel.Train(used, learnt, calibration, silentErrorTarget)));
        }

        return new ScoringModel(models, calibration, silentErrorTarget);
    }

    /// <summary>The criteria with what there is to learn from.</summary>
    internal IReadOnlyList<(LearntCriterion Learnt, IReadOnlyList<Row> Rows)> Criteria => _criteria;

    private static SaidSentences? Said(Question question, string text) =>
        MarkdownAnswer.Read(question.Id, text) is { State: AnswerState.Found } answer ? new SaidSentences(question, answer) : null;
}
