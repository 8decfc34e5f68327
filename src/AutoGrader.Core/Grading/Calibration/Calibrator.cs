using System.Security.Cryptography;
using System.Text;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Calibration;

/// <summary>
/// Finds out how evidence is to be weighed and how far it can be trusted. Every answer is judged as it would be in use: by a model and by
/// weights that know no answer of the same student.
/// </summary>
public sealed class Calibrator
{
    private static readonly int[] StageSizes = [0, 10, 20, 50];
    private static readonly CalibrationStage[] NoStages = [];

    private readonly Rubric _rubric;
    private readonly TrainingSet _set;
    private readonly Dictionary<GradedAnswer, string> _students;
    private readonly Dictionary<(string Question, string Text, string Criterion), CriterionScore> _judged = [];

    /// <summary>Prepares graded answers.</summary>
    /// <param name="rubric">The rubric.</param>
    /// <param name="known">Graded answers to learn from only: the rubric's rules were written with them in view.</param>
    /// <param name="honest">Graded answers to learn from and to be judged by.</param>
    public Calibrator(Rubric rubric, IEnumerable<GradedAnswer> known, IReadOnlyList<HonestAnswer> honest)
    {
        _rubric = rubric;
        _students = honest.ToDictionary(h => h.Answer, h => h.Student, (IEqualityComparer<GradedAnswer>)ReferenceEqualityComparer.Instance);
        _set = TrainingSet.Read(rubric, [.. known, .. honest.Select(h => h.Answer)]);
    }

    /// <summary>The stages of a calibration: draws of graded answers, and all there are.</summary>
    public IReadOnlyList<CalibrationStage> Run()
    {
        JudgeAll();
        var all = _set.Criteria.SelectMany(c => RowsByStudent(c.Rows).Select(own => c.Rows.Count - own.Count())).DefaultIfEmpty().Min();
        return [.. StageSizes.Where(size => size == 0 || size < all).Select(RunStage), .. all > 0 ? [RunStage(all)] : NoStages];
    }

    private sealed record Case(string Student, LevelEvidence Evidence, int Truth, bool IsLearnt);

    private CalibrationStage RunStage(int size)
    {
        var cases = _set.Criteria.SelectMany(c => CasesOf(c.Learnt, c.Rows, size)).ToList();
        var right = new List<double>();
        var wrong = new List<double>();
        foreach (var own in cases.GroupBy(c => c.Student, StringComparer.Ordinal))
        {
            var weights = Fit(cases.Where(c => c.Student != own.Key));
            foreach (var one in own)
            {
                var probabilities = LevelChoice.Probabilities(one.Evidence, weights);
                var best = one.IsLearnt || one.Evidence.Judged is not { } rules
                    ? Array.IndexOf(probabilities, probabilities.Max())
                    : rules;
                if (one.Evidence.Supports(best))
                    (best == one.Truth ? right : wrong).Add(Rounded(probabilities[best]));
            }
        }

        return new CalibrationStage(size, [.. Fit(cases).Select(Rounded)], [.. right.OrderDescending()], [.. wrong.OrderDescending()]);
    }

    private static double[] Fit(IEnumerable<Case> cases) => LevelChoice.Fit([.. cases.Select(c => (c.Evidence, c.Truth))]);

    private static double Rounded(double value) => Math.Round(value, CalibrationData.Decimals);

    // Rows that need a person whatever the words say are no cases: their doubt is not in the words.
    private IEnumerable<Case> CasesOf(LearntCriterion learnt, IReadOnlyList<TrainingSet.Row> rows, int size)
    {
        var levels = learnt.Levels.ToList();
        foreach (var own in RowsByStudent(rows))
        {
            var others = rows.Where(r => StudentOf(r) != own.Key).ToList();
            var model = CriterionModel.Learn([.. Draw(others, size, own.Key).Select(r => (r.Terms, r.Points))], learnt.Levels);
            foreach (var row in own)
            {
                var place = model.Place(row.Terms);
                var judged = _judged[(learnt.Question.Id, row.Answer!.Text, learnt.Criterion.Id)];
                if (!judged.NeedsReview)
                    yield return new Case(
                        own.Key,
                        new LevelEvidence(
                            model.Score(place),
                            model.Prior,
                            model.Likeness(place),
                            learnt.HasRules ? levels.IndexOf(judged.Points.Value) : null,
                            judged.Confidence),
                        levels.IndexOf(row.Points),
                        model.Answers > 0);
            }
        }
    }

    private IEnumerable<IGrouping<string, TrainingSet.Row>> RowsByStudent(IEnumerable<TrainingSet.Row> rows) =>
        rows.Where(r => StudentOf(r) is not null).GroupBy(r => StudentOf(r)!, StringComparer.Ordinal);

    private string? StudentOf(TrainingSet.Row row) => row.Answer is { } answer ? _students.GetValueOrDefault(answer) : null;

    // Another draw for each student, and the same every time.
    private static IEnumerable<TrainingSet.Row> Draw(List<TrainingSet.Row> rows, int size, string seed)
    {
        return rows.OrderBy(Lot, StringComparer.Ordinal).Take(size);

        string Lot(TrainingSet.Row row) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{row.Answer?.Text}")));
    }

    private void JudgeAll()
    {
        foreach (var question in _rubric.Questions)
        {
            foreach (var answer in _students.Keys.Where(a => a.QuestionId == question.Id))
            {
                var read = MarkdownAnswer.Read(question.Id, answer.Text);
                if (read.State != AnswerState.Found)
                    continue;
                var document = new AnswerDocument { Language = Language.English, Pages = [new PageSize(1, 1)], Answers = [read] };
                foreach (var score in SubmissionGrader.Judge(question, read, new GradingContext(document, _rubric)))
                    _judged[(question.Id, answer.Text, score.CriterionId)] = score;
            }
        }
    }
}
