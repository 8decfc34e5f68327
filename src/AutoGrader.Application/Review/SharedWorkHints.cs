using AutoGrader.Application.Data;
using AutoGrader.Core.Review;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review;

/// <summary>Brings the hints that follow from several hand-ins together up to date. They touch nothing else of an assessment.</summary>
internal static class SharedWorkHints
{
    /// <summary>Sets the hints of the assessments of a run; saves nothing.</summary>
    public static async Task RefreshAsync(
        AutoGraderDbContext context, IReadOnlyList<StoredAssessment> assessments, Rubric rubric, CancellationToken cancellationToken)
    {
        var keys = assessments.ToDictionary(a => a.Id, a => a.Submission!.HandInKey);
        var found = SharedWork.Find(await AnswersAsync(context, keys, cancellationToken), rubric);
        foreach (var assessment in assessments)
        {
            // What follows from the hand-in alone was found when it was judged.
            IReadOnlyList<TutorHint> hints =
                [.. assessment.Hints.Where(h => h.Others.Count == 0), .. found.GetValueOrDefault(keys[assessment.Id]) ?? []];
            if (StoredJson.Write(hints) != StoredJson.Write(assessment.Hints))
                assessment.Hints = hints;
        }
    }

    private static async Task<IReadOnlyList<ComparedAnswer>> AnswersAsync(
        AutoGraderDbContext context, Dictionary<Guid, string> keys, CancellationToken cancellationToken)
    {
        var answers = await context.Answers.AsNoTracking()
            .Where(a => EF.Parameter(keys.Keys.ToList()).Contains(a.AssessmentId) && a.Text != "")
            .Select(a => new
            {
                a.AssessmentId,
                a.QuestionId,
                a.Text,
                Unexplained = a.Scores.Where(s => s.Matrix != null && s.Mistake == null).Select(s => s.Matrix).ToList(),
            })
            .ToListAsync(cancellationToken);
        return [.. answers.Select(a => new ComparedAnswer(
            keys[a.AssessmentId], a.QuestionId, a.Text, [.. a.Unexplained.Select(m => m!)]))];
    }
}
