using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Grading.Concepts;
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
        var read = new Dictionary<GradedAnswer, ConceptJudge?>(ReferenceEqualityComparer.Instance);
        return new TrainingSet([.. LearntCriterion.Of(rubric).Select(l => (l, RowsOf(l)))]);

        IReadOnlyList<Row> RowsOf(LearntCriterion learnt)
        {
            var rows = new List<Row>();
            foreach (var example in learnt.Criterion.Examples)
                Add(null, Read(learnt.Question, example.Text), example.Points.Value);
            foreach (var answer in byQuestion.GetValueOrDefault(learnt.Question.Id, []))
            {
                if (!read.TryGetValue(answer, out var judge))
                    read.Add(answer, judge = Read(learnt.Question, answer.Text));
                if (answer.Points.TryGetValue(learnt.Criterion.Id, out var points))
                    Add(answer, judge, points);
            }

            return rows;

            void Add(GradedAnswer? answer, ConceptJudge? judge, decimal points)
            {
                if (judge is { SaysNothing: false } && learnt.Levels.Contains(points))
                    rows.Add(new Row(answer, learnt.Terms.Read(judge.SentencesOn(learnt.Criterion)), points));
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

    private static ConceptJudge? Read(Question question, string text) =>
        MarkdownAnswer.Read(question.Id, text) is { State: AnswerState.Found } answer ? new ConceptJudge(question, answer) : null;
}
