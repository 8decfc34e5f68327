using System.Security.Cryptography;
using System.Text;
using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Benchmarks.Scoring;

/// <summary>
/// Graded answers to learn from, and models from all of them but one student's: nobody's own answers judge their other ones. Where it is
/// not said who answered, the same words are taken to be the same student's.
/// </summary>
internal sealed class Grades
{
    private readonly TrainingSet _set;
    private readonly List<(GradedAnswer Answer, string? Student)> _answers;
    private readonly CalibrationData _calibration;
    private readonly double _target;

    public Grades(Rubric rubric, IEnumerable<AnswerLine> lines, CalibrationData calibration, double target)
    {
        _answers = [.. lines.Where(l => l.Points.Count > 0)
            .Select(l => (new GradedAnswer(l.QuestionId, l.Text.Trim(), AnswersOnly.PointsOf(l)), l.Student))
            .DistinctBy(a => (a.Item1.QuestionId, a.Item1.Text))];
        _set = TrainingSet.Read(rubric, _answers.Select(a => a.Answer));
        (_calibration, _target) = (calibration, target);
    }

    /// <summary>A model that knows nothing of a student.</summary>
    /// <param name="student">The student.</param>
    /// <param name="texts">What the student answered, by question.</param>
    /// <param name="most">How many graded answers of each question it may learn from; <c>null</c> for all.</param>
    public ScoringModel Without(string student, ILookup<string, string> texts, int? most = null)
    {
        var used = _answers
            .Where(a => a.Student is null || a.Student != student)
            .Where(a => !texts[a.Answer.QuestionId].Contains(a.Answer.Text, StringComparer.Ordinal))
            .Select(a => a.Answer)
            .GroupBy(a => a.QuestionId)
            .SelectMany(q => most is { } count ? q.OrderBy(a => Draw(student, a), StringComparer.Ordinal).Take(count) : q)
            .ToHashSet<GradedAnswer>(ReferenceEqualityComparer.Instance);
        return _set.Train(_calibration, _target, used.Contains);
    }

    // Another draw for each student, and the same every time.
    private static string Draw(string student, GradedAnswer answer) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{student}\n{answer.Text}")));
}
