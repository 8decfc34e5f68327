using AutoGrader.Application.Data;
using AutoGrader.Core;
using AutoGrader.Core.Review;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Review.Desk;

/// <summary>Lists what is open in a run. Opens no PDF and scores nothing.</summary>
public sealed class ListReview
{
    private readonly Database _database;
    private readonly ReviewBoards _boards;
    private readonly IReadOnlyList<double> _thresholds;

    internal ListReview(Database database, ReviewBoards boards, IOptions<AutoGraderOptions> options) =>
        (_database, _boards, _thresholds) = (database, boards, options.Value.GradeThresholds);

    /// <summary>The queue.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="question">Only this question; <c>null</c> for all.</param>
    /// <param name="criterion">Only this criterion; <c>null</c> for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<ReviewList> ExecuteAsync(
        Guid runId, string? question = null, string? criterion = null, CancellationToken cancellationToken = default)
    {
        var (rubric, groups) = await _boards.GroupsAsync(runId, cancellationToken);
        var thresholds = ThresholdsOf(rubric.Rubric);
        var questions = rubric.Rubric.Questions.ToDictionary(q => q.Id, StringComparer.Ordinal);
        var wanted = groups.Where(g => (question is null || g.First.QuestionId == question)
            && (criterion is null || g.First.CriterionId == criterion));
        return new ReviewList
        {
            RunId = runId,
            Rubric = rubric,
            Groups = [.. ReviewOrder.Sort(wanted, thresholds).Select(g => Describe(g, questions[g.First.QuestionId], thresholds))],
            HandIns = await HandInsAsync(runId, cancellationToken),
        };
    }

    internal static QueuedGroup Describe(ReviewGroup group, Question question, IReadOnlyList<Points> thresholds)
    {
        var first = group.First;
        return new QueuedGroup
        {
            Key = group.Key,
            QuestionId = question.Id,
            QuestionTitle = question.Title,
            CriterionId = first.CriterionId,
            CriterionText = question.Criteria.First(c => c.Id == first.CriterionId).Text,
            Suggestion = first.Suggestion,
            Maximum = first.Maximum,
            Confidence = group.Confidence,
            Effect = ReviewOrder.EffectOf(group, thresholds),
            Submissions = [.. group.Items.Select(i => i.SubmissionId)],
        };
    }

    internal IReadOnlyList<Points> ThresholdsOf(Rubric rubric) =>
        [.. _thresholds.Select(share => Points.FromHalfPoints((int)Math.Ceiling(share * rubric.Maximum.HalfPoints)))];

    private async Task<IReadOnlyList<OpenHandIn>> HandInsAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        var rows = await context.AssessmentsOf(runId).AsNoTracking()
            .Where(a => a.Status != SubmissionStatus.Graded)
            .Select(a => new
            {
                a.SubmissionId,
                a.Submission!.HandInKey,
                a.Submission.ParticipantNumber,
                Name = a.Submission.Name ?? a.Surname,
                a.Status,
                a.Reasons,
                a.CrossReasons,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(r => r.HandInKey, StringComparer.Ordinal)
                .Select(r => new OpenHandIn(r.SubmissionId, r.ParticipantNumber ?? r.HandInKey, r.Name, r.Status,
                    [.. r.Reasons.Concat(r.CrossReasons).Where(x => x.Code != ReasonCode.Late)]))
                .Where(h => h.Reasons.Count > 0),
        ];
    }
}
