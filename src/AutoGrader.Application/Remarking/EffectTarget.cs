using System.Collections.Concurrent;
using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Remarking;

/// <summary>
/// The version looked at, with all there is to learn from now. A question is learnt when it is first asked for, so that one which nothing
/// is scored for costs nothing. Thread-safe.
/// </summary>
internal sealed class EffectTarget(RubricVersion version, GradedAnswerSet learnt, double silentErrorTarget)
{
    private readonly ConcurrentDictionary<string, Lazy<ScoringModel>> _models = new(StringComparer.Ordinal);

    public RubricVersion Version => version;

    public Rubric Rubric => version.Rubric;

    public GradedAnswerSet Learnt => learnt;

    /// <summary>What was learnt for one question: the same as when all are learnt together.</summary>
    public ScoringModel ModelOf(Question question) => _models.GetOrAdd(question.Id, _ => new Lazy<ScoringModel>(() =>
        TrainingSet.Read(Rubric with { Questions = [question] }, learnt.Answers).Train(CalibrationData.Shipped, silentErrorTarget))).Value;
}
