using AutoGrader.Application.Data;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Review;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Desk;

/// <summary>Shows a criterion of one submission, decided or not, so that a person can decide on it (anew).</summary>
public sealed class ShowCriterion
{
    private readonly Database _database;
    private readonly ReviewMembers _members;

    internal ShowCriterion(Database database, ReviewMembers members) =>
        (_database, _members) = (database, members);

    /// <summary>The criterion as a group of one; <c>null</c> where the submission has no score for it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<ReviewCase?> ExecuteAsync(
        Guid runId, Guid submissionId, string criterionId, CancellationToken cancellationToken = default)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        var rubric = await context.RubricVersionAsync(run.RubricHash, cancellationToken);
        var question = rubric.Rubric.Questions.FirstOrDefault(q => q.Criteria.Any(c => c.Id == criterionId));
        if (await context.KeptResults.AnyAsync(
            k => k.RemarkingId == run.RemarkingId && k.SubmissionId == submissionId, cancellationToken))
            return null;
        var members = await _members.ReadAsync(rubric, criterionId, [submissionId], cancellationToken);
        if (question is null || members.Count == 0)
            return null;
        var (criterion, score) = (question.Criteria.First(c => c.Id == criterionId), members[0].Score);
        return new ReviewCase
        {
            Group = new QueuedGroup
            {
                Key = "",
                QuestionId = question.Id,
                QuestionTitle = question.Title,
                CriterionId = criterion.Id,
                CriterionText = criterion.Text,
                Suggestion = score.Override?.MachinePoints ?? score.Points,
                Maximum = criterion.Maximum,
                Confidence = score.Override?.MachineConfidence ?? score.Confidence,
                Effect = 0,
                Submissions = [submissionId],
            },
            QuestionText = question.Text,
            Levels = CriterionLevels.Of(criterion),
            Members = members,
        };
    }
}
